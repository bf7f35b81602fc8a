package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Where gateways store a citizen's wish to be phoned, with the arrival it belongs to and in its transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CallbackWishes {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    EntryPoints entryPoints;

    @Inject
    Clock clock;

    /**
     * A wish as the citizen may see it again.
     *
     * @param number only its last two digits
     */
    public record Shown(CallbackWindow window, String number, boolean pending) {}

    /**
     * Stores the wish, or replaces an earlier one of the contact.
     *
     * @param askedBy user name of who asks for the citizen, or null for the citizen
     * @return the window as it will be kept
     * @throws WindowOutsideHours and the others of {@link #kept}
     */
    public CallbackWindow store(ContactId contact, SubjectId subject, CallbackWish wish, String askedBy) {
        Instant now = clock.instant();
        CallbackWindow window = kept(contact, wish.window());
        Sql.on(
                        entities,
                        """
                        insert into callback (contact_id, subject_id, number_sealed, zone, window_from, window_to, due_at,
                                              asked_at, asked_by)
                        values (:contact, :subject, :number, :zone, :from, :to, :from, :now, :by)
                        on conflict (contact_id) do update set number_sealed = excluded.number_sealed, zone = excluded.zone,
                          window_from = excluded.window_from, window_to = excluded.window_to, due_at = excluded.due_at
                        """)
                .set("contact", contact)
                .set("subject", subject)
                .set("number", personalData.seal(subject, wish.number().value()))
                .set("zone", window.zone().getId())
                .set("from", window.from())
                .set("to", window.to())
                .set("now", now)
                .set("by", askedBy)
                .update();
        if (personalData.get(subject, "phone").isEmpty()) {
            personalData.put(subject, "phone", wish.number().value());
        }
        return window;
    }

    /**
     * A window for a contact as it will be kept: sound, and with somebody there.
     *
     * @throws WindowOutsideHours and the others of {@link CallbackPolicy#checked}
     * @throws WindowWhenClosed when the contact's entry point is closed in it
     */
    public CallbackWindow kept(ContactId contact, CallbackWindow wanted) {
        CallbackWindow window = CallbackPolicy.read(entities).checked(wanted, clock.instant());
        Sql.on(
                        entities,
                        """
                        select entry_point from contact where id = :contact
                        union select entry_point from arrival where contact_id = :contact
                        """)
                .set("contact", contact)
                .first(row -> row.text("entry_point"))
                .ifPresent(entryPoint -> entryPoints.requireOpen(entryPoint, window));
        return window;
    }

    /** What the citizen of a contact asked for. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Shown> of(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select b.subject_id, b.number_sealed, b.zone, b.window_from, b.window_to,
                               coalesce(c.to_call and c.closed_at is null, true) as pending
                        from callback b left join contact c on c.id = b.contact_id where b.contact_id = :contact
                        """)
                .set("contact", contact)
                .first(row -> new Shown(
                        new CallbackWindow(
                                row.instant("window_from"),
                                row.instant("window_to"),
                                CallbackWindow.zone(row.text("zone"))),
                        personalData
                                .openText(row.subject("subject_id"), row.bytes("number_sealed"))
                                .map(number -> number.substring(number.length() - 2))
                                .orElse(""),
                        row.flag("pending")));
    }
}
