package mx.gob.edomex.catgem.contact;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The centre's figures for Prometheus, read every ten seconds: gauges from what waits now, counters from the ledger's
 * rows since the last reading. Every node reports the same centre, so aggregate nodes with {@code max}, not {@code sum}.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class CentreMetrics {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    MeterRegistry registry;

    private MultiGauge depth;
    private MultiGauge oldest;
    private MultiGauge advisors;
    private long counted;

    @PostConstruct
    void begin() {
        depth = MultiGauge.builder("catgem_queue_depth")
                .description("Contacts waiting, by service class")
                .register(registry);
        oldest = MultiGauge.builder("catgem_queue_oldest_wait")
                .description("Age of the oldest waiting contact, by service class")
                .baseUnit("seconds")
                .register(registry);
        advisors = MultiGauge.builder("catgem_advisors")
                .description("Advisors, by presence")
                .register(registry);
        counted = horizon();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void read() {
        List<Waiting> waiting = Sql.on(
                        entities,
                        """
                        select language || '.' || topic || '.' || channel || '.' || priority as class, count(*) as depth,
                               extract(epoch from clock_timestamp() - min(first_queued_at)) as oldest
                        from contact where state = 'QUEUED' group by 1
                        """)
                .list(row -> new Waiting(row.text("class"), row.number("depth"), row.decimal("oldest")));
        depth.register(
                waiting.stream()
                        .map(line -> MultiGauge.Row.of(Tags.of("class", line.serviceClass()), line.depth()))
                        .toList(),
                true);
        oldest.register(
                waiting.stream()
                        .map(line -> MultiGauge.Row.of(Tags.of("class", line.serviceClass()), line.oldestSeconds()))
                        .toList(),
                true);
        advisors.register(
                Sql.on(entities, "select presence, count(*) as n from advisor group by presence")
                        .list(row -> MultiGauge.Row.of(Tags.of("presence", row.text("presence")), row.number("n"))),
                true);
        count();
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
