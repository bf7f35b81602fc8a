package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Recounts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import org.primefaces.PrimeFaces;

/** The recounts from the raw events; the page asks for day after day and shows how far it is. */
@Named
@RequestScoped
public class RecountsView {

    @Inject
    HttpServletRequest request;

    @Inject
    Recounts recounts;

    @Inject
    FigureCells cells;

    @Inject
    BoardAnswer answer;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private List<Recounts.Day> days;

    public List<Recounts.Day> getDays() {
        if (days == null) {
            days = recounts.latest();
        }
        return days;
    }

    public String name(Measure measure) {
        return cells.words().name(measure);
    }

    public String getToday() {
        return today().toString();
    }

    public String getWeekAgo() {
        return today().minusDays(6).toString();
    }

    private LocalDate today() {
        return LocalDay.of(clock.instant(), installation.timeZone()).date();
    }

    /** One day, named in the request. */
    public void again() {
        answer.attempt(() -> {
            int found =
                    recounts.again(LocalDate.parse(request.getParameter("day"))).size();
            PrimeFaces.current().ajax().addCallbackParam("differences", found);
        });
    }
}
