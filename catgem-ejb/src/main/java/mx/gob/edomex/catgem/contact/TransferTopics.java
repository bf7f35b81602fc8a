package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The topics under which a contact could wait on, and how long that would be. */
@ApplicationScoped
public class TransferTopics {

    /** What one contact takes an advisor, in minutes, before anything better is known. */
    private static final double MINUTES_EACH = 4;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * A topic as the contact would find it.
     *
     * @param served whether anybody else has the skills for the contact under it, at work or not
     * @param staffed how many of them are available, be they busy
     * @param expected what the citizen would have to expect; OVER_10 when nobody is staffed
     */
    public record TopicChoice(String code, String name, boolean served, int staffed, WaitBand.Band expected) {}

    List<TopicChoice> of(Contact contact, Language reader) {
        return read(contact, reader, "");
    }

    /** Empty when there is no such topic, or not any more. */
    Optional<TopicChoice> of(Contact contact, String topic) {
        return read(contact, contact.language(), topic).stream()
                .filter(choice -> choice.code().equals(topic))
                .findFirst();
    }

    private List<TopicChoice> read(Contact contact, Language reader, String only) {
        return Sql.on(
                        entities,
                        """
                        with able as (
                          select s.code as topic, a.presence = 'AVAILABLE' and w.username is not null as staffed,
                                 a.presence = 'AVAILABLE' and w.username is not null and a.next_presence is null
                                   and a.points + r.points <= 100 as free
                          from valid_skill s join advisor a on a.username = s.username
                          left join skill_at_work w on w.username = a.username and w.kind = 'CHANNEL' and w.code = :channel
                          join app_user u on u.username = a.username
                          join channel_rule r on r.channel = :channel
                          where s.kind = 'TOPIC' and u.enabled and a.username is distinct from :me
                            and exists (select 1 from valid_skill x where x.username = a.username
                                        and x.kind = 'CHANNEL' and x.code = :channel)
                            and exists (select 1 from valid_skill x where x.username = a.username
                                        and x.kind = 'LANGUAGE' and x.code = :language))
                        select t.code, case :reader when 'EN' then t.name_en else t.name_es end as name,
                          exists (select 1 from able where topic = t.code) as served,
                          (select count(*) from able where topic = t.code and staffed) as staffed,
                          (select count(*) from able where topic = t.code and free) as free,
                          (select count(*) from contact c where c.closed_at is null and c.state = 'QUEUED'
                             and c.topic = t.code and c.channel = :channel and c.language = :language) as waiting
                        from topic t where t.active and (:only = '' or t.code = :only) order by 2
                        """)
                .set("channel", contact.channel())
                .set("language", contact.language())
                .set("me", contact.advisor())
                .set("reader", reader)
                .set("only", only)
                .list(row -> new TopicChoice(
                        row.text("code"),
                        row.text("name"),
                        row.flag("served"),
                        row.number("staffed"),
                        WaitBand.Band.of(minutes(row.number("waiting"), row.number("free"), row.number("staffed")))));
    }

    /** Who waits longer goes first: the contact's own age may shorten it. */
    static double minutes(int waiting, int free, int staffed) {
        if (staffed == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return waiting < free ? 0 : (waiting + 1 - free) * MINUTES_EACH / staffed;
    }
}
