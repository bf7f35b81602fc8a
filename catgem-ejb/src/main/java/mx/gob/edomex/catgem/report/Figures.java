package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;

/**
 * The one place to ask for a figure: dashboard, reports, exports and the API come here, so that they cannot disagree.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION, Roles.INTEGRATION})
public class Figures {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** All measures of a window as one line. */
    public Map<Measure, Figure> of(Window window, Cut cut) {
        return table(window, cut, Grouping.NONE).lines().get(0).figures();
    }

    /**
     * All measures of a window by key; a key without contacts and advisors has no line (NONE always has one).
     *
     * @throws PeopleNotShown when it would be about single advisors and the caller may not see people
     */
    public FigureTable table(Window window, Cut cut, Grouping grouping) {
        if ((grouping == Grouping.ADVISOR || cut.advisor() != null) && !maySeePeople()) {
            throw new PeopleNotShown();
        }
        return counting().table(window, cut, grouping);
    }

    /** The contacts a figure was counted over, newest first, a page of fifty; pages count from 0. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
    public FigureContacts contacts(Measure measure, FigureContacts.Part part, Window window, Cut cut, int page) {
        return counting().contacts(measure, part, window, cut, page);
    }

    /** Indicator 2, the directory updates registered in the window. */
    public UpdateFigure updates(Window window) {
        return counting().updates(window);
    }

    /** Direction and programs see the centre, never a person in it. */
    public boolean maySeePeople() {
        return staff.has(Roles.COORDINATOR) || staff.has(Roles.SUPERVISOR) || staff.has(Roles.AUDITOR);
    }

    /** How each advisor's time in the window was spent, cut at its bounds. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
    public List<AdvisorTime> advisors(Window window) {
        return new StaffTime(entities, installation.timeZone(), clock.instant()).advisors(window);
    }

    private Counting counting() {
        return new Counting(entities, installation.timeZone(), clock.instant());
    }
}
