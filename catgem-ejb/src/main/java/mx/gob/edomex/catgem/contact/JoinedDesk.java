package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.contact.DeskCards.Note;
import mx.gob.edomex.catgem.contact.WarmTransfers.End;
import mx.gob.edomex.catgem.contact.WarmTransfers.Live;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The desk of who was asked into a colleague's contact, and of who asked: what they see of it and say to each other. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class JoinedDesk {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    WarmTransfers warmTransfers;

    @Inject
    Conversations conversations;

    @Inject
    ContactNotes notes;

    @Inject
    PersonalData personalData;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * A contact the caller was asked into and has joined.
     *
     * @param citizen name, or null while anonymous
     * @param notes what the two say to each other, and what was noted before
     */
    public record Joined(
            ContactId contact,
            String folio,
            Channel channel,
            String topic,
            String fromName,
            String citizen,
            Instant joinedAt,
            List<ConversationMessage> messages,
            List<Note> notes) {}

    /** How it stands with the colleague the caller asked in; it rings until then, unless they have joined. */
    public record Asked(String username, String name, boolean joined, Instant until) {}

    /** A colleague who was asked in came, or did not come, or left: JOINED, or how it ended. */
    public record Movement(String name, String what, Instant at) {}

    /** What the caller has joined. */
    public Optional<Joined> joined(Language reader) {
        return warmTransfers.of(staff.username()).filter(Live::joined).flatMap(live -> read(live, reader));
    }

    /** The colleague whom the caller asked into their contact. */
    public Optional<Asked> asked(ContactId contact) {
        return warmTransfers
                .live(contact)
                .filter(live -> live.from().equals(staff.username()))
                .map(live -> new Asked(live.to(), name(live.to()), live.joined(), live.expiresAt()));
    }

    /** Who came into a contact that the caller attends or has joined, and what became of it, unless the contact went. */
    public List<Movement> movements(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select u.display_name, m.what, m.at
                        from (select contact_id, to_advisor, 'JOINED' as what, joined_at as at from warm_transfer
                              where joined_at is not null
                              union all
                              select contact_id, to_advisor, outcome, ended_at from warm_transfer
                              where outcome not in ('COMPLETED', 'CONTACT_LEFT')) m
                        join app_user u on u.username = m.to_advisor join contact c on c.id = m.contact_id
                        where m.contact_id = :contact
                          and (c.advisor = :me
                               or exists (select 1 from warm_transfer w where w.contact_id = c.id and w.to_advisor = :me
                                          and w.joined_at is not null and w.ended_at is null))
                        order by m.at
                        """)
                .set("contact", contact)
                .set("me", staff.username())
                .list(row -> new Movement(row.text("display_name"), row.text("what"), row.instant("at")));
    }

    /**
     * Says something to who asked; the citizen never sees it.
     *
     * @throws NoTransferUnderWay when the caller has not joined it, or not any more
     */
    public void say(ContactId id, String words) {
        Contact contact = contacts.locked(id);
        mine(id);
        notes.add(contact, staff.username(), words, clock.instant());
    }

    /** Steps out; the contact stays with who asked. */
    public void leave(ContactId id) {
        contacts.locked(id);
        warmTransfers.end(mine(id), End.COLLEAGUE_LEFT, Actor.advisor(staff.username()));
    }

    private Live mine(ContactId id) {
        return warmTransfers
                .live(id)
                .filter(live -> live.joined() && live.to().equals(staff.username()))
                .orElseThrow(() -> new NoTransferUnderWay(id.toString()));
    }

    private Optional<Joined> read(Live live, Language reader) {
        return Sql.on(
                        entities,
                        """
                        select c.folio, c.channel, c.subject_id, u.display_name, w.joined_at,
                               case :reader when 'EN' then t.name_en else t.name_es end as topic
                        from warm_transfer w join contact c on c.id = w.contact_id join topic t on t.code = c.topic
                        join app_user u on u.username = w.from_advisor where w.id = :id
                        """)
                .set("reader", reader)
                .set("id", live.id())
                .first(row -> new Joined(
                        live.contact(),
                        row.text("folio"),
                        row.constant("channel", Channel.class),
                        row.text("topic"),
                        row.text("display_name"),
                        personalData.get(row.subject("subject_id"), "name").orElse(null),
                        row.instant("joined_at"),
                        conversations.all(live.contact()),
                        notes.of(live.contact())));
    }

    private String name(String username) {
        return Sql.on(entities, "select display_name from app_user where username = :username")
                .set("username", username)
                .first(row -> row.text("display_name"))
                .orElse(username);
    }
}
