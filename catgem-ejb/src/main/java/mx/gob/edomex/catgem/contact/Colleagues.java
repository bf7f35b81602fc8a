package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.Presence;

/** Who else has a desk open and attends contacts such as this one. */
@ApplicationScoped
public class Colleagues {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * A colleague with the skills for a contact.
     *
     * @param available says so, and means to go on
     * @param fits whether the contact's points fit beside what they hold
     * @param rings whether something rings at their desk, or they are asked into a contact
     */
    public record Colleague(
            String username, String name, Presence presence, boolean available, boolean fits, boolean rings) {

        /** Whether the contact could ring at their desk now. */
        public boolean canBeAsked() {
            return available && fits && !rings;
        }
    }

    /** Of a contact in the advisor's hands; those who could take it first, the least busy of them before the others. */
    List<Colleague> of(ContactId contact, String advisor) {
        return Sql.on(
                        entities,
                        """
                        select a.username, u.display_name, a.presence,
                               a.presence = 'AVAILABLE' and a.next_presence is null as available,
                               a.points + l.points <= 100 as fits,
                               exists (select 1 from offer o where o.advisor = a.username and o.outcome is null)
                                 or exists (select 1 from warm_transfer w where w.to_advisor = a.username
                                            and w.ended_at is null) as rings
                        from advisor a join app_user u on u.username = a.username
                        join contact c on c.id = :contact
                        join leg l on l.contact_id = c.id and l.number = c.leg
                        where c.advisor = :me and a.username <> :me and a.presence <> 'OFFLINE'
                          and exists (select 1 from skill_at_work s where s.username = a.username
                                      and s.kind = 'CHANNEL' and s.code = c.channel)
                          and exists (select 1 from valid_skill s where s.username = a.username
                                      and s.kind = 'LANGUAGE' and s.code = c.language)
                          and exists (select 1 from valid_skill s where s.username = a.username
                                      and s.kind = 'TOPIC' and s.code = c.topic)
                        order by (a.presence = 'AVAILABLE' and a.next_presence is null) desc, a.points, u.display_name
                        """)
                .set("contact", contact)
                .set("me", advisor)
                .list(row -> new Colleague(
                        row.text("username"),
                        row.text("display_name"),
                        row.constant("presence", Presence.class),
                        row.flag("available"),
                        row.flag("fits"),
                        row.flag("rings")));
    }
}
