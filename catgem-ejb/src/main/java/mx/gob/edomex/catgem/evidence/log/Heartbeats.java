package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Sql;

/** An event each minute, so that silence shows as a gap, and what it tells of the clocks and of who is waiting. */
@Stateless
@PermitAll
public class Heartbeats {

    static final String CLOCK_ALERT = "CLOCKS_DIFFER";
    static final String OFF_ALERT = "CLOCK_OFF_SOURCE";
    static final String SILENT_ALERT = "CLOCK_SOURCE_SILENT";
    static final String LAG_ALERT = "LOG_LAGS";

    private static final Duration LAG = Duration.ofMinutes(1);
    private static final Duration RECENT = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    Alerts alerts;

    @Inject
    OutsideClock outside;

    @Inject
    Clock clock;

    /** @param ownClock what the node's own clock says; the time of the centre is the database's */
    public void beat(String node, Instant ownClock) {
        Instant now = clock.instant();
        ClockReading reading = new ClockReading(
                now,
                node,
                Duration.between(now, ownClock),
                outside.source().orElse(null),
                outside.time().map(time -> Duration.between(time, ownClock)).orElse(null));
        ledger.system("HEARTBEAT", Actor.SYSTEM, now, null, reading.refs());
        alarm(CLOCK_ALERT, reading.clocksDiffer(), node);
        alarm(SILENT_ALERT, outside.isSilent(), reading.source());
        // A source that is silent does not tell that the clock is right again.
        if (reading.isAnswered() || reading.source() == null) {
            alarm(OFF_ALERT, reading.isOff(), node);
        }
        alarm(
                LAG_ALERT,
                oldestWaiting().filter(at -> at.plus(LAG).isBefore(now)).isPresent(),
                null);
    }

    /** Of the node that keeps the log, whichever it is now: what another one raised before ends with it. */
    private void alarm(String kind, boolean is, String detail) {
        if (is) {
            alerts.raise(kind, Alerts.Severity.WARNING, null, null, detail);
        } else {
            alerts.end(kind, null);
        }
    }

    /** The last one of the last five minutes. */
    public Optional<ClockReading> last() {
        return Sql.on(
                        entities,
                        "select " + ClockReading.COLUMNS
                                + " from event where code = 'HEARTBEAT' and at > :since order by at desc limit 1")
                .set("since", clock.instant().minus(RECENT))
                .first(ClockReading::of);
    }

    /** When the oldest row was recorded that the log does not have yet; a transaction in doubt holds all others up. */
    public Optional<Instant> oldestWaiting() {
        return Sql.on(
                        entities,
                        """
                        select min(e.recorded_at) as oldest from event e, log_state s
                        where e.xact >= s.upto and not exists (select 1 from log_leaf l where l.event_id = e.id)
                        """)
                .first(row -> Optional.ofNullable(row.instant("oldest")))
                .flatMap(oldest -> oldest);
    }
}
