package mx.gob.edomex.catgem.iso;

import java.time.LocalDate;

/**
 * An agency as a provider of information.
 *
 * @param agreementUntil first end of an agreement among the topics of its entries; null where none is recorded
 * @param entries in force that name it
 * @param overdue of them, past the day on which they should have been looked at again
 * @param expired of them, past the end of their validity
 * @param oldest the earliest of those days, or null
 * @param reported reports of wrong information in the period
 * @param right of them, those after which the text was put right or the answer was found published
 * @param waiting of them, not dealt with yet
 */
public record AgencyLine(
        String code,
        String level,
        String name,
        LocalDate agreementUntil,
        int entries,
        int overdue,
        int expired,
        LocalDate oldest,
        int reported,
        int right,
        int waiting) {}
