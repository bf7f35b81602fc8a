package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** What an advisor covers of a contact, for ever: out of search, of the folio and of referral; the desk may look. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class SensitiveMarks {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Conversations conversations;

    @Inject
    SearchRows searchRows;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    public void message(ContactId id, UUID message) {
        Contact contact = mine(id);
        int marked = Sql.on(
                        entities,
                        "update message set sensitive = true where id = :item and contact_id = :id and not sensitive")
                .set("item", message)
                .set("id", id)
                .update();
        if (marked > 0) {
            coverTitle(contact, message);
            marked(contact, message);
        }
    }

    public void file(ContactId id, UUID file) {
        Contact contact = mine(id);
        int marked = Sql.on(
                        entities,
                        "update attachment set sensitive = true where id = :item and contact_id = :id and not sensitive")
                .set("item", file)
                .set("id", id)
                .update();
        if (marked > 0) {
            marked(contact, file);
        }
    }

    /**
     * A stretch of a message's text, in characters from 0.
     *
     * @throws PassageUnknown when the message has no such stretch
     */
    public void passage(ContactId id, UUID message, int starts, int length) {
        Contact contact = mine(id);
        int textLength = conversations.all(id).stream()
                .filter(known -> known.id().equals(message))
                .mapToInt(known -> known.text().length())
                .findFirst()
                .orElse(0);
        if (starts < 0 || length <= 0 || starts > textLength - length) {
            throw new PassageUnknown();
        }
        Instant now = clock.instant();
        int marked = Sql.on(
                        entities,
                        """
                        insert into sensitive_passage (message_id, starts, length, staff, at)
                        values (:message, :starts, :length, :staff, :now) on conflict do nothing
                        """)
                .set("message", message)
                .set("starts", starts)
                .set("length", length)
                .set("staff", staff.username())
                .set("now", now)
                .update();
        if (marked > 0) {
            coverTitle(contact, message);
            marked(contact, message);
        }
    }

    private void marked(Contact contact, UUID item) {
        ledger.fact(
                contact.id(),
                "MARKED_SENSITIVE",
                Actor.advisor(staff.username()),
                clock.instant(),
                null,
                Map.of("item", item.toString()));
        searchRows.rebuild(contact);
        signals.toAll(DeskSignal.Kind.CONTACT, contact.id());
    }

    /** A chat's title is the beginning of its first message, and is covered with it. */
    private void coverTitle(Contact contact, UUID message) {
        boolean quoted = contact.channel() == Channel.CHAT
                && Sql.on(entities, "select 1 from message where id = :id and seq = 1 and author = 'CITIZEN'")
                        .set("id", message)
                        .exists();
        if (quoted) {
            Sql.on(entities, "update contact set title_sealed = null where id = :id")
                    .set("id", contact.id())
                    .update();
            Sql.on(entities, "update arrival set title_sealed = null where contact_id = :id")
                    .set("id", contact.id())
                    .update();
        }
    }

    private Contact mine(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        return contact;
    }
}
