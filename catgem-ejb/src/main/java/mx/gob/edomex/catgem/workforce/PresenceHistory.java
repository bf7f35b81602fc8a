package mx.gob.edomex.catgem.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TimeSpan;

/** Real presence, read from the ledger: every change of presence is an event that says from what to what. */
@ApplicationScoped
public class PresenceHistory {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    private record Change(String username, Instant at, Presence from, Presence to, String reason) {}

    private record Standing(String username, Presence presence, String reason, Instant since) {}

    /** Everybody's stays in the span, in order and without gaps; an advisor never heard of is OFFLINE. */
    public List<Stay> of(TimeSpan span) {
        Map<String, List<Change>> changes =
                changes(span).stream().collect(Collectors.groupingBy(Change::username, Collectors.toList()));
        return standingsAt(span.from()).stream()
                .flatMap(start -> stays(start, changes.getOrDefault(start.username(), List.of()), span).stream())
                .toList();
    }

    private static List<Stay> stays(Standing start, List<Change> changes, TimeSpan span) {
        List<Stay> stays = new ArrayList<>();
        Standing now = start;
        Instant from = span.from();
        for (Change change : changes) {
            if (change.at().isAfter(from)) {
                stays.add(new Stay(now.username(), new TimeSpan(from, change.at()), now.presence(), now.reason()));
                from = change.at();
            }
            now = new Standing(now.username(), change.to(), change.reason(), change.at());
        }
        if (from.isBefore(span.to())) {
            stays.add(new Stay(now.username(), new TimeSpan(from, span.to()), now.presence(), now.reason()));
        }
        return stays;
    }

    private List<Change> changes(TimeSpan span) {
        return Sql.on(
                        entities,
                        """
                        select refs ->> 'advisor' as username, at, refs ->> 'from' as before, refs ->> 'to' as after, reason
                        from event where code = 'PRESENCE' and at >= :from and at < :to order by at, id
                        """)
                .set("from", span.from())
                .set("to", span.to())
                .list(row -> new Change(
                        row.text("username"),
                        row.instant("at"),
                        row.constant("before", Presence.class),
                        row.constant("after", Presence.class),
                        row.text("reason")));
    }

    private List<Standing> standingsAt(Instant at) {
        return Sql.on(
                        entities,
                        """
                        select a.username, coalesce(e.presence, 'OFFLINE') as presence, e.reason, e.at
                        from advisor a left join lateral (
                          select ev.refs ->> 'to' as presence, ev.reason, ev.at from event ev
                          where ev.code = 'PRESENCE' and ev.refs ->> 'advisor' = a.username and ev.at < :at
                          order by ev.at desc, ev.id desc limit 1) e on true
                        order by a.username
                        """)
                .set("at", at)
                .list(row -> new Standing(
                        row.text("username"),
                        row.constant("presence", Presence.class),
                        row.text("reason"),
                        row.instant("at")));
    }
}
