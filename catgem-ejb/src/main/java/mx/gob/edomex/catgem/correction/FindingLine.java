package mx.gob.edomex.catgem.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A finding in a list.
 *
 * @param number of the nonconformity once it is one, of the finding before
 * @param actions of the present round, {@code open} of them not done, {@code overdue} past their day
 * @param next the nearest day on which something is due: an action, or the check; null when nothing has a day
 */
public record FindingLine(
        UUID id,
        String number,
        FindingState state,
        int round,
        FindingKind kind,
        String rule,
        String procedure,
        String step,
        String title,
        int candidates,
        int actions,
        int open,
        int overdue,
        LocalDate next,
        Instant openedAt,
        Instant closedAt) {}
