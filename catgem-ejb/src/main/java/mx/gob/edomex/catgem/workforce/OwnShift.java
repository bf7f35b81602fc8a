package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.TimeSpan;

/** The caller's own place on the roster, for the desk. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class OwnShift {

    private static final int DAYS_AHEAD = 14;

    @Inject
    Roster roster;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** A shift with its times; it runs when now is within. */
    public record Planned(Shift shift, LocalDate day, Instant from, Instant to, boolean running) {}

    /** The shift that runs, or else the next one within two weeks. */
    public Optional<Planned> currentOrNext() {
        Instant now = clock.instant();
        ZoneId zone = installation.timeZone();
        LocalDate today = LocalDay.of(now, zone).date();
        return roster.dutiesOf(staff.username(), today.minusDays(1), today.plusDays(DAYS_AHEAD)).stream()
                .filter(duty -> duty.span(zone).to().isAfter(now))
                .findFirst()
                .map(duty -> {
                    TimeSpan span = duty.span(zone);
                    return new Planned(duty.shift(), duty.day(), span.from(), span.to(), span.contains(now));
                });
    }
}
