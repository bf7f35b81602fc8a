package mx.gob.edomex.catgem.report;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads the raw events that the recount needs. */
final class RawLedger {

    private static final String EVENTS =
            """
            select contact_id, kind, code, step_kind, state_to, staff, reason, refs ->> 'channel' as channel,
                   refs ->> 'direction' as direction, refs ->> 'target' as target,
                   refs ->> 'queuedAt' as queued_at, refs ->> 'outcome' as outcome, refs ->> 'matter' as matter, at
            from event
            """;

    // The event that says so is written when the contact is opened, hours later at worst.
    private static final String QUEUED_IN =
            """
            select contact_id from event where kind = 'STATE' and code in ('QUEUED', 'BEGUN')
              and at >= :from and at < cast(:to as timestamptz) + interval '7 days'
              and cast(refs ->> 'queuedAt' as timestamptz) >= :from
              and cast(refs ->> 'queuedAt' as timestamptz) < :to
            """;

    private final EntityManager entities;

    RawLedger(EntityManager entities) {
        this.entities = entities;
    }

    /** Every contact first queued in the window. */
    List<RawContact> queuedIn(Window window) {
        return read(Sql.on(entities, EVENTS + "where contact_id in (" + QUEUED_IN + ") order by id")
                .set("from", window.from())
                .set("to", window.to()));
    }

    /** Whatever was ever on a matter on which a contact of the window ever was. */
    List<RawContact> onMattersOf(Window window) {
        return read(Sql.on(
                        entities,
                        EVENTS + "where contact_id in (select contact_id from event where refs ->> 'matter' in ("
                                + "select refs ->> 'matter' from event where refs ->> 'matter' is not null"
                                + " and contact_id in (" + QUEUED_IN + "))) order by id")
                .set("from", window.from())
                .set("to", window.to()));
    }

    /** Seconds of handling of each contact; whatever else their advisors had in hand meanwhile has its part. */
    Map<UUID, Double> shares(List<RawContact> contacts) {
        List<LiveTime.Span> spans =
                contacts.stream().flatMap(one -> one.live().stream()).toList();
        if (spans.isEmpty()) {
            return Map.of();
        }
        Set<UUID> known = contacts.stream().map(RawContact::id).collect(Collectors.toSet());
        Instant from = spans.stream()
                .map(LiveTime.Span::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = spans.stream()
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .filter(at -> !at.equals(Instant.MAX))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return LiveTime.shares(
                Stream.concat(contacts.stream(), open(from, to).stream().filter(one -> !known.contains(one.id())))
                        .flatMap(one -> one.live().stream())
                        .toList());
    }

    /** When advisors had contacts live, in the window and around it. */
    List<LiveTime.Span> liveIn(Window window, Instant now) {
        Instant to = window.to().isBefore(now) ? window.to() : now;
        return open(window.from(), to).stream()
                .flatMap(one -> one.live().stream())
                .toList();
    }

    /** Each advisor's states in the window, and the one they came into it with. */
    List<RawStaffTime.Presence> presences(Window window) {
        return Sql.on(
                        entities,
                        """
                        select refs ->> 'advisor' as advisor, refs ->> 'to' as state, at from event
                        where code = 'PRESENCE' and at < :to and (at >= :from or id in (
                          select (select p.id from event p where p.code = 'PRESENCE' and p.refs ->> 'advisor' = a.username
                                    and p.at < :from order by p.at desc, p.id desc limit 1) from advisor a))
                        order by at, id
                        """)
                .set("from", window.from())
                .set("to", window.to())
                .list(row -> new RawStaffTime.Presence(row.text("advisor"), row.text("state"), row.instant("at")));
    }

    private List<RawContact> open(Instant from, Instant to) {
        return read(Sql.on(
                        entities,
                        EVENTS
                                + """
                                        where (kind = 'STATE' or code = 'CITIZEN_QUIET') and contact_id in (
                                          select id from contact where created_at <= :to
                                            and (closed_at is null or closed_at >= :from))
                                        order by id
                                        """)
                .set("from", from)
                .set("to", to));
    }

    private static List<RawContact> read(Sql sql) {
        Map<UUID, List<RawContact.RawEvent>> events = new LinkedHashMap<>();
        sql.list(row -> Map.entry(
                        row.uuid("contact_id"),
                        new RawContact.RawEvent(
                                row.text("kind"),
                                row.text("code"),
                                row.text("step_kind"),
                                row.text("state_to"),
                                row.text("staff"),
                                row.text("reason"),
                                row.text("channel"),
                                row.text("direction"),
                                row.text("target"),
                                row.text("queued_at"),
                                row.text("outcome"),
                                row.text("matter"),
                                row.instant("at"))))
                .forEach(one -> events.computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                        .add(one.getValue()));
        return events.entrySet().stream()
                .map(one -> RawContact.of(one.getKey(), one.getValue()))
                .filter(RawContact::isKnown)
                .toList();
    }
}
