package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** What lies on the desk beside the conversation: draft, internal notes, what is known of the citizen, the matter. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class DeskPapers {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    ContactNotes notes;

    @Inject
    PersonalData personalData;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** Keeps what is being written; survives reload, interruption and transfer. A blank text or a closed contact removes it. */
    public void saveDraft(ContactId id, String text) {
        Contact contact = mine(id);
        if (text == null || text.isBlank() || contact.state().isTerminal()) {
            Sql.on(entities, "delete from draft where contact_id = :id")
                    .set("id", id)
                    .update();
            return;
        }
        Sql.on(
                        entities,
                        """
                        insert into draft (contact_id, staff, subject_id, body_sealed, updated_at)
                        values (:id, :staff, :subject, :body, :now)
                        on conflict (contact_id) do update set staff = excluded.staff, body_sealed = excluded.body_sealed,
                                                               updated_at = excluded.updated_at
                        """)
                .set("id", id)
                .set("staff", staff.username())
                .set("subject", contact.subject())
                .set("body", personalData.seal(contact.subject(), text))
                .set("now", clock.instant())
                .update();
        signals.toAll(DeskSignal.Kind.ADVISOR_TYPING, id);
    }

    /** An internal note, which the citizen never sees. @return its id */
    public UUID addNote(ContactId id, String text) {
        return notes.add(mine(id), staff.username(), text, clock.instant());
    }

    /**
     * What the citizen chose to tell: name, e-mail, phone; blank removes. Anonymous stays the default.
     * Nobody is found by what was only told: a mail from a mistyped address must not join this person.
     */
    public void identify(ContactId id, String name, String email, String phone) {
        Contact contact = mine(id);
        personalData.put(contact.subject(), "name", name);
        personalData.put(contact.subject(), "email", email);
        personalData.put(contact.subject(), "phone", phone);
        ledger.fact(id, "CITIZEN_IDENTIFIED", Actor.advisor(staff.username()), clock.instant(), null, Map.of());
        signals.toAll(DeskSignal.Kind.CONTACT, id);
    }

    /** Links the contact to another matter of the same person; {@link #undoLink} takes the last one back. */
    public void link(ContactId id, MatterId matter) {
        Contact contact = mine(id);
        boolean known = Sql.on(entities, "select 1 from contact where matter_id = :id and subject_id = :subject")
                .set("id", matter)
                .set("subject", contact.subject())
                .exists();
        if (!known) {
            throw new MatterUnknown(matter);
        }
        Sql.on(
                        entities,
                        """
                        insert into matter_link (contact_id, from_matter, to_matter, staff, at)
                        values (:id, :from, :to, :staff, :now)
                        """)
                .set("id", id)
                .set("from", contact.matter())
                .set("to", matter)
                .set("staff", staff.username())
                .set("now", clock.instant())
                .update();
        moveTo(contact, matter, "MATTER_LINKED");
    }

    public void undoLink(ContactId id) {
        Contact contact = mine(id);
        Sql.on(
                        entities,
                        """
                        update matter_link set undone_at = :now where id = (
                          select max(id) from matter_link where contact_id = :id and undone_at is null)
                        returning from_matter
                        """)
                .set("now", clock.instant())
                .set("id", id)
                .first(row -> new MatterId(row.uuid("from_matter")))
                .ifPresent(before -> moveTo(contact, before, "MATTER_LINK_UNDONE"));
    }

    private void moveTo(Contact contact, MatterId matter, String code) {
        contact.linkTo(matter);
        ledger.fact(
                contact.id(),
                code,
                Actor.advisor(staff.username()),
                clock.instant(),
                null,
                Map.of("matter", matter.toString()));
        signals.toAll(DeskSignal.Kind.CONTACT, contact.id());
    }

    private Contact mine(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        return contact;
    }
}
