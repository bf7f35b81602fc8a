package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    static final String LAG_ALERT = "LOG_LAGS";

    private static final Duration OFFSET = Duration.ofSeconds(1);
    private static final Duration LAG = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    /** @param ownClock what the node's own clock says; the time of the centre is the database's */
    public void beat(String node, Instant ownClock) {
        Instant now = clock.instant();
        Duration offset = Duration.between(now, ownClock);
        ledger.system(
                "HEARTBEAT",
                Actor.SYSTEM,
                now,
                null,
                Map.of("offset", Long.toString(offset.toMillis()), "node", node.replaceAll("[^A-Za-z0-9._:-]", "_")));
        alarm(CLOCK_ALERT, offset.abs().compareTo(OFFSET) > 0, node);
        alarm(
                LAG_ALERT,
                oldestWaiting().filter(at -> at.plus(LAG).isBefore(now)).isPresent(),
                null);
    }

    private void alarm(String kind, boolean is, String detail) {
        if (is) {
            alerts.raise(kind, Alerts.Severity.WARNING, null, null, detail);
        } else {
            alerts.end(kind, detail);
        }
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
