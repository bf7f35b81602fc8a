package mx.gob.edomex.catgem.contact;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The centre's figures for Prometheus, read every ten seconds: gauges from what waits now, counters from the ledger's
 * rows since the last reading. Every node reports the same centre, so aggregate nodes with {@code max}, not {@code sum}.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CentreMetrics {

    @Inject
    Beat beat;

    @Resource
    SessionContext context;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    MeterRegistry registry;

    private final Map<String, AtomicReference<Double>> gauges = new HashMap<>();
    private final Rounds rounds = new Rounds(CentreMetrics.class, "the figures for Prometheus stand still");
    private long counted;

    @PostConstruct
    void begin() {
        counted = horizon();
        beat.every(Duration.ofSeconds(10), context.getBusinessObject(CentreMetrics.class)::look);
    }

    public void look() {
        rounds.run(this::read);
    }

    private void read() {
        List<Waiting> waiting = Sql.on(
                        entities,
                        """
                        select language || '.' || topic || '.' || channel || '.' || priority as class, count(*) as depth,
                               extract(epoch from clock_timestamp() - min(first_queued_at)) as oldest
                        from contact where state = 'QUEUED' group by 1
                        """)
                .list(row -> new Waiting(row.text("class"), row.number("depth"), row.decimal("oldest")));
        // What no longer waits must read 0, not its last value.
        gauges.values().forEach(value -> value.set(0.0));
        for (Waiting line : waiting) {
            set("catgem_queue_depth", "class", line.serviceClass(), line.depth());
            set("catgem_queue_oldest_wait_seconds", "class", line.serviceClass(), line.oldestSeconds());
        }
        Sql.on(entities, "select presence, count(*) as n from advisor group by presence")
                .list(row -> Map.entry(row.text("presence"), row.number("n")))
                .forEach(line -> set("catgem_advisors", "presence", line.getKey(), line.getValue()));
        count();
    }

    private void set(String name, String tag, String key, double value) {
        gauges.computeIfAbsent(name + key, first -> {
                    AtomicReference<Double> holder = new AtomicReference<>(0.0);
                    registry.gauge(name, Tags.of(tag, key), holder, AtomicReference::get);
                    return holder;
                })
                .set(value);
    }

    /** Takes only rows older than every running transaction, or one that commits late would never be counted. */
    private void count() {
        long until = horizon();
        Sql.on(
                        entities,
                        """
                        select code, count(*) as n from event
                        where kind = 'STATE' and xact >= cast(:from as xid8) and xact < cast(:until as xid8) group by code
                        """)
                .set("from", Long.toString(counted))
                .set("until", Long.toString(until))
                .list(row -> {
                    registry.counter("catgem_contact_events", "code", row.text("code"))
                            .increment(row.number("n"));
                    return row.text("code");
                });
        Sql.on(
                        entities,
                        """
                        select extract(epoch from o.ended_at - o.made_at) as seconds
                        from event e join offer o on o.id = cast(e.refs ->> 'offer' as uuid)
                        where e.kind = 'STATE' and e.code = 'ACCEPTED'
                          and e.xact >= cast(:from as xid8) and e.xact < cast(:until as xid8)
                        """)
                .set("from", Long.toString(counted))
                .set("until", Long.toString(until))
                .list(row -> row.decimal("seconds"))
                .forEach(seconds -> registry.timer("catgem_offer_accept_time")
                        .record(Duration.ofMillis(Math.round(seconds * 1000))));
        counted = until;
    }

    private long horizon() {
        return Sql.on(entities, "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as x")
                .first(row -> row.big("x"))
                .orElseThrow();
    }

    private record Waiting(String serviceClass, int depth, double oldestSeconds) {}
}
