package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TimeSpan;

/** The supervisor plans who works when; every change is on record. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class RosterService {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Roster roster;

    @Inject
    Installation installation;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * @throws NotAnAdvisor when the person does not attend
     * @throws ShiftUnknown when there is no such shift
     * @throws DutyOverlaps when the person works at that time already, the night before included
     */
    public void assign(String username, LocalDate day, String shiftCode) {
        lock(username);
        Shift shift = roster.shift(shiftCode).orElseThrow(ShiftUnknown::new);
        ZoneId zone = installation.timeZone();
        TimeSpan wanted = shift.on(day, zone);
        boolean taken = roster.dutiesOf(username, day.minusDays(1), day.plusDays(1)).stream()
                .anyMatch(duty -> duty.span(zone).common(wanted).isPresent());
        if (taken) {
            throw new DutyOverlaps();
        }
        roster.add(username, day, shiftCode);
        record("DUTY_ASSIGNED", Map.of("advisor", username, "day", day.toString(), "shift", shiftCode));
    }

    /** Takes the person off the shift; does nothing when they were not on it. */
    public void release(String username, LocalDate day, String shiftCode) {
        if (roster.remove(username, day, shiftCode)) {
            record("DUTY_RELEASED", Map.of("advisor", username, "day", day.toString(), "shift", shiftCode));
        }
    }

    /**
     * Fills an empty week with the duties of the week before it.
     *
     * @param monday first day of the week to fill
     * @return how many duties were copied
     * @throws WeekNotEmpty when something is planned in it already
     * @throws WeekEmpty when there is nothing to copy
     */
    public int copyLastWeek(LocalDate monday) {
        LocalDate first = monday.with(DayOfWeek.MONDAY);
        if (!roster.duties(first, first.plusDays(6)).isEmpty()) {
            throw new WeekNotEmpty();
        }
        int copied = Sql.on(
                        entities,
                        """
                        insert into duty (username, day, shift)
                        select d.username, d.day + 7, d.shift from duty d
                        join shift s on s.code = d.shift and s.active
                        join app_user u on u.username = d.username and u.enabled
                        where d.day between cast(:first as date) - 7 and cast(:first as date) - 1
                        on conflict do nothing
                        """)
                .set("first", first.toString())
                .update();
        if (copied == 0) {
            throw new WeekEmpty();
        }
        record("ROSTER_COPIED", Map.of("week", first.toString(), "duties", Integer.toString(copied)));
        return copied;
    }

    /**
     * A new shift of the centre; one that ends at or before its start crosses midnight. Times of a shift never change,
     * for what was worked under them would change too: a new one takes the place of a retired one.
     *
     * @throws ShiftNotValid when the code is taken or malformed, a name is missing, or it would last 24 hours
     */
    public void define(Shift shift) {
        boolean valid = shift.code() != null
                && shift.code().matches("[A-Z][A-Z0-9_]{0,19}")
                && isName(shift.nameEs())
                && isName(shift.nameEn())
                && !shift.starts().equals(shift.ends());
        if (!valid || !roster.define(shift)) {
            throw new ShiftNotValid();
        }
        record("SHIFT_DEFINED", Map.of("shift", shift.code()));
    }

    /** It is assigned no more; who has it keeps it. */
    public void retire(String code) {
        if (!roster.retire(code)) {
            throw new ShiftUnknown();
        }
        record("SHIFT_RETIRED", Map.of("shift", code));
    }

    private static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= 40;
    }

    /** Two edits of one person wait for each other, or each would miss the other's overlap. */
    private void lock(String username) {
        boolean known = Sql.on(entities, "select 1 from advisor where username = :username for no key update")
                .set("username", username)
                .exists();
        if (!known) {
            throw new NotAnAdvisor(username);
        }
    }

    private void record(String code, Map<String, String> refs) {
        ledger.system(code, new Actor(staff.username(), Roles.SUPERVISOR, Source.SCREEN), clock.instant(), null, refs);
    }
}
