package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.Vitals;

/** What technical support looks at: health, queues, leases, regular work, incidents. Nothing a citizen wrote. */
@Stateless
@RolesAllowed({Roles.SUPPORT, Roles.SUPERVISOR})
public class TechnicalState {

    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final int INCIDENTS = 100;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Vitals vitals;

    @Inject
    Broker broker;

    @Inject
    Clock clock;

    /** Held for as long as the work lasts, and free between; every other is always to be somebody's. */
    private static final Set<String> NOW_AND_THEN = Set.of("log-mail", "log-reading");

    /**
     * @param free nobody holds it, or its time ran out
     * @param nowAndThen it may be free
     */
    public record LeaseLine(String name, String owner, long epoch, Instant until, boolean free, boolean nowAndThen) {}

    /** An alert as an incident: who took it and how long it lasted, without contact and detail. */
    public record Incident(
            String kind, String severity, Instant raisedAt, String takenBy, Instant takenAt, Instant endedAt) {}

    /** What this node needs, by name: {@code UP}, {@code AWAY} (it goes on without), or {@code DOWN}. */
    public Map<String, String> vitals() {
        return vitals.states();
    }

    /** How many messages are in each queue; see {@link Broker#depths}. */
    public Map<String, Integer> depths() {
        return broker.depths(Sql.on(entities, "select key from service_class order by key")
                .list(row -> ServiceClass.of(row.text("key"))));
    }

    public List<LeaseLine> leases() {
        return Sql.on(
                        entities,
                        """
                        select name, owner, epoch, expires_at, expires_at <= clock_timestamp() as free from lease order by name
                        """)
                .list(row -> new LeaseLine(
                        row.text("name"),
                        row.text("owner"),
                        row.big("epoch"),
                        row.instant("expires_at"),
                        row.flag("free"),
                        NOW_AND_THEN.contains(row.text("name"))));
    }

    /** The regular work of this node. */
    public List<Rounds.State> rounds() {
        return Rounds.states();
    }

    /** Of the last seven days, those that go on first, then the newest. */
    public List<Incident> incidents() {
        return Sql.on(
                        entities,
                        """
                        select kind, severity, raised_at, taken_by, taken_at, ended_at from alert
                        where ended_at is null or raised_at > :since
                        order by ended_at is not null, raised_at desc, id desc limit :most
                        """)
                .set("since", clock.instant().minus(LOOKED_BACK))
                .set("most", INCIDENTS)
                .list(row -> new Incident(
                        row.text("kind"),
                        row.text("severity"),
                        row.instant("raised_at"),
                        row.text("taken_by"),
                        row.instant("taken_at"),
                        row.instant("ended_at")));
    }
}
