package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.QueueBoard;
import mx.gob.edomex.catgem.contact.QueueClass;
import mx.gob.edomex.catgem.contact.QueueQueries;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What a wall may show, to whoever has the key of a wallboard: how many and how long, never who. It asks in the name of
 * the centre, for a wall has no account that could expire.
 */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class WallboardReading {

    private static final Duration NOW = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    QueueQueries queue;

    @Inject
    Clock clock;

    /**
     * @param at the moment the data are of
     * @param zone of the centre, whose time the wall shows
     * @param upTo up to when the ledger was taken in
     * @param states advisors by state
     * @param now figures of the last 30 minutes
     * @param today figures of the local day
     * @param updates indicator 2 of the local day
     * @param alerts kinds of the open alerts by severity, at most eight
     */
    public record Sight(
            String name,
            Instant at,
            ZoneId zone,
            Instant upTo,
            int depth,
            int offered,
            int inHand,
            List<QueueClass> classes,
            Map<String, Integer> states,
            Map<Measure, Figure> now,
            Map<Measure, Figure> today,
            UpdateFigure updates,
            Map<String, Double> targets,
            List<Alarm> alerts) {}

    /** An open alert without what it is about. */
    public record Alarm(String kind, String severity, Instant raisedAt) {}

    /** Empty: the key is wrong or was taken away. */
    public Optional<Sight> look(String token, Language language) {
        if (token == null || !token.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Sql.on(entities, "select name from wallboard where token_hash = :hash and revoked_at is null")
                .set("hash", Wallboards.hash(token))
                .first(row -> row.text("name"))
                .map(name -> {
                    seen(token, now);
                    return sight(name, language, now);
                });
    }

    private Sight sight(String name, Language language, Instant now) {
        QueueBoard board = queue.board(language, 0);
        Counting counting = new Counting(entities, installation.timeZone(), now);
        Window today = Window.of(LocalDay.of(now, installation.timeZone()));
        return new Sight(
                name,
                now,
                installation.timeZone(),
                counting.upTo(),
                board.depth(),
                board.offered(),
                board.inHand(),
                board.classes(),
                board.byState(),
                figures(counting, Window.last(NOW, now)),
                figures(counting, today),
                counting.updates(today),
                targets(),
                board.alerts().stream()
                        .limit(8)
                        .map(one -> new Alarm(one.kind(), one.severity(), one.raisedAt()))
                        .toList());
    }

    private static Map<Measure, Figure> figures(Counting counting, Window window) {
        return counting.table(window, Cut.ALL, Grouping.NONE).lines().get(0).figures();
    }

    private Map<String, Double> targets() {
        return Sql.on(entities, "select measure, target from figure_target")
                .list(row -> Map.entry(row.text("measure"), row.decimal("target")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** To the minute: a wall asks every few seconds, and a write each time would serve nobody. */
    private void seen(String token, Instant now) {
        Sql.on(
                        entities,
                        """
                        update wallboard set seen_at = :now
                        where token_hash = :hash and (seen_at is null or seen_at < :limit)
                        """)
                .set("now", now)
                .set("hash", Wallboards.hash(token))
                .set("limit", now.minus(Duration.ofMinutes(1)))
                .update();
    }
}
