package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.contact.QueueLimit.Line;
import mx.gob.edomex.catgem.contact.QueueLimit.Scope;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The limits of the lines as they stand now. A mail is never refused: it waits for hours anyway. Whoever enters a line
 * with a limit does so one by one, so that the limit is exact among parallel consumers.
 */
@Dependent
public class QueueLimits implements LineLimits {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ExpectedWait wait;

    /** Which topic's line a contact ends up in, and what is said to its citizen. */
    record Route(String topic, Verdict verdict) {}

    @Override
    public Verdict of(String entryPoint, String topic, Channel channel, Language language) {
        String line = topic == null ? topicOf(entryPoint) : topic;
        return route(entryPoint, line, channel, language, null).verdict();
    }

    Route route(Contact contact) {
        String entryPoint = Sql.on(entities, "select entry_point from contact where id = :id")
                .set("id", contact.id())
                .first(row -> row.text("entry_point"))
                .orElseThrow();
        return route(entryPoint, contact.topic(), contact.channel(), contact.language(), contact.id());
    }

    private Route route(String entryPoint, String topic, Channel channel, Language language, ContactId entering) {
        if (channel == Channel.EMAIL) {
            return new Route(topic, Verdict.OPEN);
        }
        Line first = Line.entryPoint(entryPoint);
        Set<Line> been = new HashSet<>(List.of(first, Line.topic(topic)));
        String entry = entryPoint;
        String place = topic;
        while (true) {
            Optional<QueueLimit> over = exceeded(entry, place, channel, language, entering);
            if (over.isEmpty()) {
                return new Route(place, Verdict.OPEN);
            }
            switch (over.get().action()) {
                case OFFER_CALLBACK -> {
                    return new Route(place, Verdict.CALLBACK_OFFERED);
                }
                case REFUSE -> {
                    return new Route(place, Verdict.FULL);
                }
                case OVERFLOW -> {
                    Line to = over.get().to();
                    // Rules that go round are refused when they are saved; should there be any, nobody goes round.
                    if (!been.add(to)) {
                        return new Route(place, Verdict.OPEN);
                    }
                    entry = to.scope() == Scope.ENTRY_POINT ? to.code() : null;
                    place = to.scope() == Scope.ENTRY_POINT ? topicOf(to.code()) : to.code();
                }
            }
        }
    }

    private Optional<QueueLimit> exceeded(
            String entryPoint, String topic, Channel channel, Language language, ContactId entering) {
        return limits(entryPoint, topic, entering != null).stream()
                .filter(limit -> isOver(limit, topic, channel, language, entering))
                .findFirst();
    }

    private List<QueueLimit> limits(String entryPoint, String topic, boolean entering) {
        return Sql.on(
                        entities,
                        """
                        select scope, code, most_waiting, most_minutes, action, to_scope, to_code from queue_limit
                        where scope = 'ENTRY_POINT' and code = :entry or scope = 'TOPIC' and code = :topic
                        order by scope
                        """
                                + (entering ? " for no key update" : ""))
                .set("entry", entryPoint == null ? "" : entryPoint)
                .set("topic", topic)
                .list(QueueLimits::read);
    }

    /** A row of the table. */
    public static QueueLimit read(Sql.Row row) {
        Scope to = row.constant("to_scope", Scope.class);
        return new QueueLimit(
                new Line(row.constant("scope", Scope.class), row.text("code")),
                row.numberOrNull("most_waiting"),
                row.numberOrNull("most_minutes"),
                row.constant("action", QueueLimit.Action.class),
                to == null ? null : new Line(to, row.text("to_code")));
    }

    private boolean isOver(QueueLimit limit, String topic, Channel channel, Language language, ContactId entering) {
        return (limit.mostWaiting() != null && waiting(limit, entering) >= limit.mostWaiting())
                || (limit.mostMinutes() != null
                        && wait.minutes(channel, language, topic, entering) >= limit.mostMinutes());
    }

    /** Counted no further than the limit. */
    private int waiting(QueueLimit limit, ContactId entering) {
        String column = limit.line().scope() == Scope.ENTRY_POINT ? "entry_point" : "topic";
        return Sql.on(
                        entities,
                        "select count(*) as n from (select 1 from contact where state = 'QUEUED' and closed_at is null"
                                + " and channel <> 'EMAIL' and " + column + " = :code"
                                + " and id is distinct from cast(:entering as uuid) limit :most) waiting")
                .set("code", limit.line().code())
                .set("entering", entering == null ? null : entering.toString())
                .set("most", limit.mostWaiting())
                .first(row -> row.number("n"))
                .orElse(0);
    }

    private String topicOf(String entryPoint) {
        return Sql.on(entities, "select topic from entry_point where code = :code")
                .set("code", entryPoint)
                .first(row -> row.text("topic"))
                .orElse("GENERAL");
    }
}
