package mx.gob.edomex.catgem.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.correction.Words;

/**
 * What is audited, when and by whom.
 *
 * @param procedures codes, at least one
 * @param from first local day of closing in scope; {@code to} is included
 * @param plannedFrom first day of the audit; {@code plannedTo} is included
 * @param others who audits beside the lead
 */
public record AuditPlan(
        String title,
        Collection<String> procedures,
        LocalDate from,
        LocalDate to,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        String lead,
        Collection<String> others) {

    private static final int YEARS = 2;
    private static final int MONTHS = 6;

    /** In order and without repetition. */
    List<String> scope() {
        return List.copyOf(new TreeSet<>(procedures));
    }

    /** User names, the lead first. */
    List<String> team() {
        return Stream.concat(Stream.of(lead), new TreeSet<>(others).stream())
                .distinct()
                .toList();
    }

    /**
     * @throws mx.gob.edomex.catgem.correction.WordsNeeded without a title
     * @throws AuditScopeInvalid without a procedure, or over days that are none
     * @throws AuditDatesInvalid when it would begin before the scope has ended, or go on for too long
     */
    void check() {
        Words.needed(title);
        if (procedures.isEmpty()
                || from == null
                || to == null
                || to.isBefore(from)
                || !to.isBefore(from.plusYears(YEARS))) {
            throw new AuditScopeInvalid();
        }
        if (plannedFrom == null
                || plannedTo == null
                || !plannedFrom.isAfter(to)
                || plannedTo.isBefore(plannedFrom)
                || plannedTo.isAfter(plannedFrom.plusMonths(MONTHS))) {
            throw new AuditDatesInvalid();
        }
    }
}
