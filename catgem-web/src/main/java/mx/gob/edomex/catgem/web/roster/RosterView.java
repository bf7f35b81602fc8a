package mx.gob.edomex.catgem.web.roster;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.desk.RefusalWords;
import mx.gob.edomex.catgem.workforce.RosterQueries;
import mx.gob.edomex.catgem.workforce.RosterQueries.AdherenceLine;
import mx.gob.edomex.catgem.workforce.RosterQueries.OnNow;
import mx.gob.edomex.catgem.workforce.RosterService;
import mx.gob.edomex.catgem.workforce.RosterWeek;
import mx.gob.edomex.catgem.workforce.Shift;
import org.primefaces.PrimeFaces;

/** The week that the address names, or this one; every change names its week too, so that a reload shows the same. */
@Named
@RequestScoped
public class RosterView {

    @Inject
    HttpServletRequest request;

    @Inject
    RosterQueries queries;

    @Inject
    RosterService service;

    @Inject
    RefusalWords refusals;

    private RosterWeek week;
    private List<OnNow> onNow;
    private List<AdherenceLine> adherence;

    public RosterWeek getWeek() {
        if (week == null) {
            week = queries.week(date("week", queries.today()));
        }
        return week;
    }

    public List<OnNow> getOnNow() {
        if (onNow == null) {
            onNow = queries.onNow();
        }
        return onNow;
    }

    public long getMissing() {
        return getOnNow().stream().filter(OnNow::missing).count();
    }

    /** The day whose adherence is shown: the one asked for, today, or the week's Monday. */
    public LocalDate getDay() {
        LocalDate today = queries.today();
        LocalDate monday = getWeek().monday();
        boolean current = !today.isBefore(monday) && today.isBefore(monday.plusDays(7));
        return date("day", current ? today : monday);
    }

    public List<AdherenceLine> getAdherence() {
        if (adherence == null) {
            adherence = queries.adherence(getDay());
        }
        return adherence;
    }

    public boolean isToday(LocalDate day) {
        return day.equals(queries.today());
    }

    public LocalDate getThisWeek() {
        return queries.today().with(DayOfWeek.MONDAY);
    }

    public boolean isBare() {
        return getWeek().rows().stream().allMatch(row -> row.hours() == 0);
    }

    /** Codes of a cell's shifts, for the page's script. */
    public String codes(RosterWeek.Cell cell) {
        return cell.shifts().stream().map(Shift::code).collect(Collectors.joining(" "));
    }

    public boolean isPlanner() {
        return request.isUserInRole("supervisor");
    }

    /** Assigns or releases what the page names. */
    public void change() {
        attempt(() -> {
            String username = request.getParameter("username");
            LocalDate day = LocalDate.parse(request.getParameter("on"));
            String shift = request.getParameter("shift");
            if ("release".equals(request.getParameter("act"))) {
                service.release(username, day, shift);
            } else {
                service.assign(username, day, shift);
            }
        });
    }

    /** Defines the shift the page describes, or retires the one it names. */
    public void shift() {
        attempt(() -> {
            String code = request.getParameter("code");
            if ("retire".equals(request.getParameter("act"))) {
                service.retire(code);
            } else {
                service.define(new Shift(
                        code,
                        request.getParameter("nameEs"),
                        request.getParameter("nameEn"),
                        time("starts"),
                        time("ends")));
            }
        });
    }

    /** An empty field is no time; two of them make no shift. */
    private LocalTime time(String name) {
        try {
            return LocalTime.parse(request.getParameter(name));
        } catch (DateTimeException e) {
            return LocalTime.MIDNIGHT;
        }
    }

    public void copy() {
        attempt(() -> service.copyLastWeek(LocalDate.parse(request.getParameter("week"))));
    }

    /** A broken rule is an answer in words: nothing was changed. */
    private void attempt(Runnable command) {
        try {
            command.run();
        } catch (Violation violation) {
            refuse(violation);
        } catch (EJBException wrapped) {
            if (!(wrapped.getCause() instanceof Violation violation)) {
                throw wrapped;
            }
            refuse(violation);
        }
        week = null;
    }

    private void refuse(Violation violation) {
        PrimeFaces.current().ajax().addCallbackParam("refused", refusals.of(violation));
    }

    private LocalDate date(String name, LocalDate otherwise) {
        try {
            String asked = request.getParameter(name);
            return asked == null || asked.isEmpty() ? otherwise : LocalDate.parse(asked);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
