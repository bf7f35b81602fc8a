package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.channel.AnswerNeedsAnAddress;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * The centre writes first, on a matter it has. An outbound contact is in its advisor's hands from the beginning and was
 * never offered: it has its part of handling time and occupancy and none of waiting. What the citizen answers is an
 * inbound contact of its own on the same matter.
 */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class Outbound {

    static final String CODE = "BEGUN";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    PersonalData personalData;

    @Inject
    SearchRows searchRows;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    private record Earlier(ContactId contact, SubjectId subject) {}

    /**
     * A new mail to the person of that contact, to be written on the desk as an answer is.
     *
     * @return the contact it is written in
     * @throws ContactUnknown when there is no such folio
     * @throws NothingToSend when it has no subject
     * @throws AnswerNeedsAnAddress when the person gave no mail address
     * @throws NoRoomToBegin when the caller is not available or has no room
     */
    public ContactId mail(Folio folio, String title) {
        Earlier earlier = Sql.on(entities, "select id, subject_id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> new Earlier(row.contact("id"), row.subject("subject_id")))
                .orElseThrow(() -> new ContactUnknown(folio.value()));
        if (title == null || title.isBlank()) {
            throw new NothingToSend(earlier.contact());
        }
        if (personalData.get(earlier.subject(), "email").isEmpty()) {
            throw new AnswerNeedsAnAddress();
        }
        Instant now = clock.instant();
        ContactId id = ContactId.random();
        insert(id, earlier, title.strip(), now);
        Contact contact = contacts.locked(id);
        begin(contact, earlier, now);
        return id;
    }

    private void begin(Contact contact, Earlier earlier, Instant now) {
        String me = staff.username();
        int points = ChannelRule.of(entities, contact.channel()).points();
        if (!capacity.hold(me, points)) {
            throw new NoRoomToBegin(me);
        }
        StateChange change = contact.begin(me, now);
        contacts.keep(new Leg(contact.id(), contact.leg(), me, points, now));
        Map<String, String> refs = new TreeMap<>(contacts.figuresNeed(contact));
        refs.put("after", earlier.contact().toString());
        contacts.changed(contact, change, CODE, Actor.advisor(me), now, null, refs);
        searchRows.rebuild(contact);
        signals.toDesk(me, DeskSignal.Kind.OFFER_ENDED, contact.id());
    }

    /** With an arrival of its own, as every contact: messages and locks hang on it. */
    private void insert(ContactId id, Earlier earlier, String title, Instant now) {
        Sql.on(
                        entities,
                        """
                        insert into arrival (contact_id, channel, direction, entry_point, language, topic, priority,
                                             subject_id, matter_id, title_sealed, received_at, opened)
                        select :id, 'EMAIL', 'OUTBOUND', (select code from entry_point where channel = 'EMAIL' order by code
                                                          limit 1),
                               c.language, c.topic, 'NORMAL', c.subject_id, c.matter_id, :title, :now, true
                        from contact c where c.id = :earlier
                        """)
                .set("id", id)
                .set("title", personalData.seal(earlier.subject(), title))
                .set("now", now)
                .set("earlier", earlier.contact())
                .update();
        Sql.on(
                        entities,
                        """
                        insert into contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id,
                                             matter_id, title_sealed, state, first_queued_at, created_at)
                        select contact_id, :folio, channel, direction, entry_point, language, topic, priority, subject_id,
                               matter_id, title_sealed, 'CREATED', received_at, received_at
                        from arrival where contact_id = :id
                        """)
                .set("folio", Folio.next())
                .set("id", id)
                .update();
    }
}
