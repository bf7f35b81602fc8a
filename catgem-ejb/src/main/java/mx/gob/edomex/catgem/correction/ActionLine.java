package mx.gob.edomex.catgem.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A corrective action as people read it.
 *
 * @param number and title of its nonconformity
 * @param root the cause it is to mend
 * @param evidence what shows that it was done; null while it is open
 */
public record ActionLine(
        UUID id,
        UUID finding,
        String number,
        String title,
        String root,
        int round,
        String what,
        String owner,
        String ownerName,
        LocalDate dueOn,
        boolean overdue,
        String plannedBy,
        Instant doneAt,
        String evidence) {}
