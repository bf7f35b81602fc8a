package mx.gob.edomex.catgem.audit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An audit in the programme.
 *
 * @param procedures codes with a comma between them
 * @param late whether its planned days are over and it is not reported
 * @param folios of its sample; 0 before the draw
 * @param examined folios of which something was said
 * @param findings said and not taken back; {@code undecided} of them wait for triage
 */
public record AuditLine(
        UUID id,
        String number,
        String title,
        AuditState state,
        String procedures,
        LocalDate from,
        LocalDate to,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        boolean late,
        String leadName,
        int folios,
        int examined,
        int findings,
        int undecided) {}
