package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** What waits in the universal queue and who is there to attend it. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.SUPPORT, Roles.SYSTEM})
public class QueueQueries {

    /** The rule of ROUTING: urgent first, then the part of the target used up, then priority, age and id. */
    private static final String WAITING =
            """
            select c.folio, c.channel, c.language, t.name_es, t.name_en, c.priority, c.returned, w.seconds,
                   extract(epoch from cast(:now as timestamptz) - c.first_queued_at) - c.paused_seconds as waited,
                   u.display_name
            from contact c
            join topic t on t.code = c.topic
            join wait_target w on w.channel = c.channel and w.priority = c.priority
            left join app_user u on u.username = c.advisor and c.state = 'OFFERED'
            where c.state in ('QUEUED', 'OFFERED') and c.closed_at is null
            order by c.priority <> 'URGENT',
                     (extract(epoch from cast(:now as timestamptz) - c.first_queued_at) - c.paused_seconds) / w.seconds desc,
                     array_position(array['URGENT', 'HIGH', 'NORMAL', 'LOW'], c.priority), c.first_queued_at, c.id
            limit :limit
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Clock clock;

    /** The board as of now, with the first contacts in routing order. */
    public QueueBoard board(Language language, int waitingLimit) {
        Instant now = clock.instant();
        List<QueueClass> classes = classes(language);
        Map<String, Integer> open = openByState();
        List<QueueBoard.AdvisorLine> advisors = advisors();
        return new QueueBoard(
                now,
                classes.stream().mapToInt(QueueClass::depth).sum(),
                open.getOrDefault("OFFERED", 0),
                open.getOrDefault("IN_PROGRESS", 0)
                        + open.getOrDefault("ON_HOLD", 0)
                        + open.getOrDefault("WAITING_FOR_CITIZEN", 0),
                classes,
                waiting(now, language, waitingLimit),
                advisors,
                byState(advisors),
                alerts());
    }

    /** The board for who sees no people and no single contact: what waits, by class. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.SUPPORT, Roles.DIRECTION})
    public QueueBoard outline(Language language) {
        List<QueueClass> classes = classes(language);
        int depth = classes.stream().mapToInt(QueueClass::depth).sum();
        return new QueueBoard(clock.instant(), depth, 0, 0, classes, List.of(), List.of(), Map.of(), List.of());
    }

    /** Depth, oldest wait and part of the target used, by service class; the most pressing class first. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.SUPPORT, Roles.DIRECTION, Roles.INTEGRATION})
    public List<QueueClass> classes(Language language) {
        Instant now = clock.instant();
        return Sql.on(
                        entities,
                        """
                        select q.language, q.topic, t.name_es, t.name_en, q.channel, q.priority, q.depth, q.oldest, w.seconds
                        from (select language, topic, channel, priority, count(*) as depth,
                                     min(first_queued_at + paused_seconds * interval '1 second') as oldest
                              from contact where state = 'QUEUED' and closed_at is null
                              group by language, topic, channel, priority) q
                        join topic t on t.code = q.topic
                        join wait_target w on w.channel = q.channel and w.priority = q.priority
                        """)
                .list(row -> queueClass(row, language, now))
                .stream()
                .sorted(Comparator.comparingDouble(QueueClass::used).reversed().thenComparing(QueueClass::key))
                .toList();
    }

    private static QueueClass queueClass(Sql.Row row, Language language, Instant now) {
        Instant oldest = row.instant("oldest");
        Duration wait = oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        int target = row.number("seconds");
        return new QueueClass(
                row.constant("language", Language.class),
                row.text("topic"),
                row.text(language == Language.EN ? "name_en" : "name_es"),
                row.constant("channel", Channel.class),
                row.constant("priority", Priority.class),
                row.number("depth"),
                oldest,
                wait,
                target,
                percent(wait, target));
    }

    private static int percent(Duration wait, int targetSeconds) {
        return (int) Math.min(99_999, wait.toMillis() / 10 / targetSeconds);
    }

    private Map<String, Integer> openByState() {
        return Sql.on(entities, "select state, count(*) as n from contact where closed_at is null group by state")
                .list(row -> Map.entry(row.text("state"), row.number("n")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<QueueBoard.Waiting> waiting(Instant now, Language language, int limit) {
        return Sql.on(entities, WAITING).set("now", now).set("limit", limit).list(row -> {
            Duration wait = Duration.ofMillis(Math.max(0, Math.round(row.decimal("waited") * 1000)));
            int target = row.number("seconds");
            return new QueueBoard.Waiting(
                    row.text("folio"),
                    row.constant("channel", Channel.class),
                    row.constant("language", Language.class),
                    row.text(language == Language.EN ? "name_en" : "name_es"),
                    row.constant("priority", Priority.class),
                    wait,
                    target,
                    percent(wait, target),
                    row.flag("returned"),
                    row.text("display_name"));
        });
    }

    /** Contacts with an advisor, those in which nobody has written for longest first. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
    public List<QueueBoard.InHand> inHand(Language language) {
        return Sql.on(
                        entities,
                        """
                        select c.folio, c.channel, t.name_es, t.name_en, c.priority, c.state, c.advisor, u.display_name,
                               c.connected_at, greatest(c.last_citizen_at, c.last_advisor_at, c.connected_at) as moved_at
                        from contact c join topic t on t.code = c.topic join app_user u on u.username = c.advisor
                        where c.state in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN', 'AFTER_CALL_WORK')
                        order by moved_at, c.folio limit 200
                        """)
                .list(row -> new QueueBoard.InHand(
                        row.text("folio"),
                        row.constant("channel", Channel.class),
                        row.text(language == Language.EN ? "name_en" : "name_es"),
                        row.constant("priority", Priority.class),
                        row.text("state"),
                        row.text("advisor"),
                        row.text("display_name"),
                        row.instant("connected_at"),
                        row.instant("moved_at")));
    }

    private List<QueueBoard.AdvisorLine> advisors() {
        return Sql.on(
                        entities,
                        """
                        select a.username, u.display_name, a.presence, a.reason, a.since, a.points, a.next_presence,
                               n.contacts, n.offered, n.in_hand, n.acw, n.offered_at, n.connected_at
                        from advisor a join app_user u on u.username = a.username
                        left join lateral (
                          select count(*) filter (where c.state <> 'OFFERED') as contacts,
                                 count(*) filter (where c.state = 'OFFERED') as offered,
                                 count(*) filter (where c.state in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN')) as in_hand,
                                 count(*) filter (where c.state = 'AFTER_CALL_WORK') as acw,
                                 max(c.offered_at) filter (where c.state = 'OFFERED') as offered_at,
                                 max(c.connected_at) filter (where c.state <> 'OFFERED') as connected_at
                          from contact c where c.advisor = a.username and c.closed_at is null) n on true
                        where a.presence <> 'OFFLINE' order by u.display_name
                        """)
                .list(QueueQueries::advisor);
    }

    private static QueueBoard.AdvisorLine advisor(Sql.Row row) {
        boolean present = "AVAILABLE".equals(row.text("presence"));
        String state = row.text("presence");
        Instant since = row.instant("since");
        if (present && row.number("offered") > 0) {
            state = "OFFERED";
            since = row.instant("offered_at");
        } else if (present && row.number("in_hand") > 0) {
            state = "ON_CONTACT";
            since = row.instant("connected_at");
        } else if (present && row.number("acw") > 0) {
            state = "AFTER_CALL_WORK";
            since = row.instant("connected_at");
        }
        return new QueueBoard.AdvisorLine(
                row.text("username"),
                row.text("display_name"),
                state,
                row.text("reason"),
                since,
                row.number("points"),
                row.number("contacts"),
                row.text("next_presence"));
    }

    private Map<String, Integer> byState(List<QueueBoard.AdvisorLine> advisors) {
        Map<String, Integer> counts = new TreeMap<>();
        advisors.forEach(advisor -> counts.merge(advisor.state(), 1, Integer::sum));
        int offline = Sql.on(entities, "select count(*) as n from advisor where presence = 'OFFLINE'")
                .first(row -> row.number("n"))
                .orElse(0);
        if (offline > 0) {
            counts.put("OFFLINE", offline);
        }
        return counts;
    }

    private List<QueueBoard.AlertLine> alerts() {
        return Sql.on(
                        entities,
                        """
                        select a.id, a.kind, a.severity, c.folio, u.display_name, a.detail, a.raised_at, a.taken_by
                        from alert a left join contact c on c.id = a.contact_id left join app_user u on u.username = a.staff
                        where a.ended_at is null
                        order by array_position(array['CRITICAL', 'WARNING', 'INFO'], a.severity), a.raised_at desc
                        limit 100
                        """)
                .list(row -> new QueueBoard.AlertLine(
                        row.big("id"),
                        row.text("kind"),
                        row.text("severity"),
                        row.text("folio"),
                        row.text("display_name"),
                        row.text("detail"),
                        row.instant("raised_at"),
                        row.text("taken_by")));
    }
}
