package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The wait a citizen has to expect: those ahead who want a live answer from the same advisors, divided by the pace at
 * which these took such contacts in the last ten minutes; drawn half-way towards what the class really waited in the last
 * half hour. Before there is a pace it is what those on duty can take (four minutes each, a third of them free to).
 */
@Dependent
public class ExpectedWait implements WaitBand {

    private static final double PACE_MINUTES = 10;
    private static final double MINUTES_EACH = 4;
    /** Fewer real waits than this say nothing. */
    private static final int ENOUGH = 3;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Override
    public Band of(ContactId contact) {
        return Sql.on(entities, "select channel, language, topic from arrival where contact_id = :contact")
                .set("contact", contact)
                .first(row -> Band.of(minutes(
                        row.constant("channel", Channel.class),
                        row.constant("language", Language.class),
                        row.text("topic"),
                        contact)))
                .orElse(Band.OVER_10);
    }

    @Override
    public Band of(Channel channel, Language language, String topic) {
        return Band.of(minutes(channel, language, topic, null));
    }

    /** @param contact who waits, or null for one that would come last */
    double minutes(Channel channel, Language language, String topic, ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        with skilled as (
                          select a.username, a.presence = 'AVAILABLE' and a.next_presence is null
                                   and a.points + (select points from channel_rule where channel = :channel) <= 100
                                   and not exists (select 1 from offer o where o.advisor = a.username and o.outcome is null)
                                   as free
                          from advisor a
                          where a.presence in ('AVAILABLE', 'AUXILIARY')
                            and exists (select 1 from skill_at_work s where s.username = a.username
                                        and s.kind = 'CHANNEL' and s.code = :channel)
                            and exists (select 1 from valid_skill s where s.username = a.username
                                        and s.kind = 'LANGUAGE' and s.code = :language)
                            and exists (select 1 from valid_skill s where s.username = a.username
                                        and s.kind = 'TOPIC' and s.code = :topic)),
                        theirs as (
                          select distinct s.code from valid_skill s join skilled using (username) where s.kind = 'TOPIC'),
                        recent as (
                          select (extract(epoch from connected_at - first_queued_at) - paused_seconds) / 60 as minutes
                          from contact where created_at > now() - interval '3 hours'
                            and connected_at > now() - interval '30 minutes'
                            and channel = :channel and language = :language and topic = :topic),
                        own as (
                          select coalesce((select first_queued_at from contact where id = cast(:contact as uuid)), now())
                            as since)
                        select
                          (select count(*) from contact c, own where c.closed_at is null and c.state in ('QUEUED', 'OFFERED')
                             and c.channel <> 'EMAIL' and c.first_queued_at < own.since
                             and c.id is distinct from cast(:contact as uuid)
                             and c.topic in (select code from theirs)) as ahead,
                          (select count(*) from leg l join contact c on c.id = l.contact_id
                             where l.connected_at > now() - make_interval(mins => :pace) and c.channel <> 'EMAIL'
                             and l.advisor in (select username from skilled)) as connected,
                          (select count(*) from skilled where free) as free,
                          (select count(*) from skilled) as on_duty,
                          (select count(*) from recent) as known,
                          (select cast(percentile_cont(0.5) within group (order by minutes) as double precision) from recent)
                            as median
                        """)
                .set("channel", channel)
                .set("language", language)
                .set("topic", topic)
                .set("contact", contact == null ? null : contact.toString())
                .set("pace", (int) PACE_MINUTES)
                .first(row -> minutes(
                        row.big("ahead"),
                        row.big("connected"),
                        row.big("free"),
                        row.big("on_duty"),
                        row.big("known") < ENOUGH ? null : row.decimalOrNull("median")))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** @param recent median of the real waits of the class, minutes, or null when too few are known */
    static double minutes(long ahead, long connected, long free, long onDuty, Double recent) {
        if (onDuty == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (ahead < free) {
            return 0;
        }
        double pace = Math.max(connected / PACE_MINUTES, onDuty / MINUTES_EACH / 3);
        double forecast = (ahead + 1 - free) / pace;
        return recent == null ? forecast : (forecast + recent) / 2;
    }
}
