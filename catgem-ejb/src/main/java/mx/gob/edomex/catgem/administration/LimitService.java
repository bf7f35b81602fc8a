package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.QueueLimit;
import mx.gob.edomex.catgem.contact.QueueLimit.Action;
import mx.gob.edomex.catgem.contact.QueueLimit.Line;
import mx.gob.edomex.catgem.contact.QueueLimit.Scope;
import mx.gob.edomex.catgem.contact.QueueLimits;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** How long the lines may become: looked at and changed. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class LimitService {

    private static final int MOST = 10_000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AdministrationLog log;

    /** A line that has or can have a limit, with its name and how many wait in it. */
    public record Named(Line line, String name, int waiting) {}

    /** A limit with the names of its lines; {@code over} while it is reached by those who wait now. */
    public record Card(QueueLimit limit, String name, String toName, int waiting, boolean over) {}

    public List<Card> list(Language reader) {
        Map<Line, Named> lines = lines(reader).stream().collect(Collectors.toMap(Named::line, one -> one));
        return limits().stream()
                .map(limit -> {
                    Named line = lines.get(limit.line());
                    Integer most = limit.mostWaiting();
                    return new Card(
                            limit,
                            line.name(),
                            limit.to() == null ? "" : lines.get(limit.to()).name(),
                            line.waiting(),
                            most != null && line.waiting() >= most);
                })
                .toList();
    }

    /** Every line, entry points first. */
    public List<Named> lines(Language reader) {
        String name = reader == Language.EN ? "name_en" : "name_es";
        return Sql.on(
                        entities,
                        """
                        select 'ENTRY_POINT' as scope, code, %s as name,
                               (select count(*) from contact c where c.entry_point = p.code and c.state = 'QUEUED'
                                  and c.channel <> 'EMAIL' and c.closed_at is null) as waiting
                        from entry_point p where channel <> 'EMAIL'
                        union all
                        select 'TOPIC', code, %s, (select count(*) from contact c where c.topic = t.code and c.state = 'QUEUED'
                                  and c.channel <> 'EMAIL' and c.closed_at is null)
                        from topic t where active order by 1, 3
                        """
                                .formatted(name, name))
                .list(row -> new Named(
                        new Line(row.constant("scope", Scope.class), row.text("code")),
                        row.text("name"),
                        row.number("waiting")));
    }

    /**
     * Sets the limit of a line.
     *
     * @throws LimitRefused when it has no number, one out of range, or overflows to a line that is not there
     * @throws OverflowCircular when what overflows could come back
     */
    public void set(QueueLimit limit) {
        Sql.on(entities, "select 1 as locked from pg_advisory_xact_lock(hashtextextended('queue_limit', 0))")
                .exists();
        require(limit.mostWaiting() != null || limit.mostMinutes() != null);
        require(inRange(limit.mostWaiting()) && inRange(limit.mostMinutes()));
        require((limit.action() == Action.OVERFLOW) == (limit.to() != null));
        List<Line> known = lines(Language.ES).stream().map(Named::line).toList();
        require(known.contains(limit.line()) && (limit.to() == null || known.contains(limit.to())));
        List<QueueLimit> all = new ArrayList<>(limits());
        all.removeIf(one -> one.line().equals(limit.line()));
        all.add(limit);
        if (limit.isCircular(all, topics())) {
            throw new OverflowCircular();
        }
        Sql.on(
                        entities,
                        """
                        insert into queue_limit (scope, code, most_waiting, most_minutes, action, to_scope, to_code)
                        values (:scope, :code, cast(:waiting as int), cast(:minutes as int), :action, :toScope, :toCode)
                        on conflict (scope, code) do update set most_waiting = excluded.most_waiting,
                          most_minutes = excluded.most_minutes, action = excluded.action, to_scope = excluded.to_scope,
                          to_code = excluded.to_code
                        """)
                .set("scope", limit.line().scope())
                .set("code", limit.line().code())
                .set("waiting", text(limit.mostWaiting()))
                .set("minutes", text(limit.mostMinutes()))
                .set("action", limit.action())
                .set("toScope", limit.to() == null ? null : limit.to().scope().name())
                .set("toCode", limit.to() == null ? null : limit.to().code())
                .update();
        Refs refs = Refs.of("item", limit.line().toString())
                .with("action", limit.action().name())
                .with("waiting", limit.mostWaiting() == null ? "-" : text(limit.mostWaiting()))
                .with("minutes", limit.mostMinutes() == null ? "-" : text(limit.mostMinutes()));
        log.changed(
                "ADMIN_LIMIT_SET",
                limit.to() == null ? refs : refs.with("to", limit.to().toString()));
    }

    public void remove(Line line) {
        int removed = Sql.on(entities, "delete from queue_limit where scope = :scope and code = :code")
                .set("scope", line.scope())
                .set("code", line.code())
                .update();
        if (removed > 0) {
            log.changed("ADMIN_LIMIT_REMOVED", Refs.of("item", line.toString()));
        }
    }

    private List<QueueLimit> limits() {
        return Sql.on(
                        entities,
                        """
                        select scope, code, most_waiting, most_minutes, action, to_scope, to_code from queue_limit
                        order by scope, code
                        """)
                .list(QueueLimits::read);
    }

    private Map<String, String> topics() {
        return Sql.on(entities, "select code, topic from entry_point")
                .list(row -> Map.entry(row.text("code"), row.text("topic")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean inRange(Integer number) {
        return number == null || (number > 0 && number <= MOST);
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw new LimitRefused();
        }
    }
}
