package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.DeskCards.Note;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What advisors write each other inside a contact; the citizen never sees it. Sealed under the citizen's key, since it
 * may say who they are. Who may write and read is the caller's business.
 */
@ApplicationScoped
public class ContactNotes {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    Signals signals;

    /**
     * @return its id
     * @throws NothingToSend when there are no words
     */
    UUID add(Contact contact, String author, String text, Instant at) {
        if (text == null || text.isBlank()) {
            throw new NothingToSend(contact.id());
        }
        UUID note = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into contact_note (id, contact_id, staff, subject_id, body_sealed, at)
                        values (:note, :id, :staff, :subject, :body, :now)
                        """)
                .set("note", note)
                .set("id", contact.id())
                .set("staff", author)
                .set("subject", contact.subject())
                .set("body", personalData.seal(contact.subject(), text.strip()))
                .set("now", at)
                .update();
        signals.toAll(DeskSignal.Kind.CONTACT, contact.id());
        return note;
    }

    /** Oldest first. */
    List<Note> of(ContactId id) {
        return Sql.on(
                        entities,
                        """
                        select u.display_name, n.subject_id, n.body_sealed, n.at
                        from contact_note n join app_user u on u.username = n.staff where n.contact_id = :id order by n.at
                        """)
                .set("id", id)
                .list(row -> new Note(
                        row.text("display_name"),
                        personalData
                                .openText(row.subject("subject_id"), row.bytes("body_sealed"))
                                .orElse(""),
                        row.instant("at")));
    }
}
