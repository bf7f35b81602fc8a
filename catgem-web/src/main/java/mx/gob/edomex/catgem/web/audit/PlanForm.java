package mx.gob.edomex.catgem.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mx.gob.edomex.catgem.audit.AuditCard;
import mx.gob.edomex.catgem.audit.AuditPlan;
import mx.gob.edomex.catgem.web.shell.Parameters;

/**
 * The plan of an audit as a form has it.
 *
 * @param begins first planned day, and {@code ends} the last
 */
public record PlanForm(
        String title,
        List<String> procedures,
        String from,
        String to,
        String begins,
        String ends,
        String lead,
        List<String> others) {

    /** As it was typed. */
    static PlanForm of(HttpServletRequest request) {
        return new PlanForm(
                Parameters.text(request, "title"),
                many(request, "procedure"),
                Parameters.text(request, "from"),
                Parameters.text(request, "to"),
                Parameters.text(request, "begins"),
                Parameters.text(request, "ends"),
                Parameters.text(request, "lead"),
                many(request, "other"));
    }

    private static List<String> many(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.stream(values).distinct().toList();
    }

    /** As it is planned. */
    static PlanForm of(AuditCard card) {
        return new PlanForm(
                card.title(),
                card.scope().procedures(),
                card.scope().from().toString(),
                card.scope().to().toString(),
                card.plannedFrom().toString(),
                card.plannedTo().toString(),
                card.team().get(0).username(),
                card.team().stream().skip(1).map(AuditCard.Person::username).toList());
    }

    /** The last month that is over, from today on for a week, led by who plans it. */
    static PlanForm proposed(LocalDate today, String me) {
        LocalDate month = today.withDayOfMonth(1);
        return new PlanForm(
                "",
                List.of(),
                month.minusMonths(1).toString(),
                month.minusDays(1).toString(),
                today.toString(),
                today.plusWeeks(1).toString(),
                me,
                List.of());
    }

    AuditPlan plan() {
        return new AuditPlan(title, procedures, day(from), day(to), day(begins), day(ends), lead, others);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
