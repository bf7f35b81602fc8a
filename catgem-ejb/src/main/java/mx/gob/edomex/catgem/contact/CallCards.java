package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.CallbackPolicy;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** Whom an advisor has to dial, and what came of it so far. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class CallCards {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    CurrentStaff staff;

    /**
     * A callback on the desk.
     *
     * @param toCall false once the citizen has picked up
     * @param number in international form, to dial; {@code written} to read; both empty when it was erased
     * @param most attempts in all
     */
    public record CallCard(
            boolean toCall,
            String number,
            String written,
            CallbackWindow window,
            String askedBy,
            int most,
            List<Attempt> attempts) {}

    /** One call that was made before. */
    public record Attempt(int number, String advisorName, Instant at, CallResult result) {}

    /** Empty when it is no callback, or not in the caller's hands. */
    public Optional<CallCard> of(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select c.to_call, b.zone, b.window_from, b.window_to, b.subject_id, b.number_sealed, u.display_name
                        from contact c join callback b on b.contact_id = c.id
                        left join app_user u on u.username = b.asked_by
                        where c.id = :contact and c.advisor = :me and c.closed_at is null and c.state <> 'OFFERED'
                        """)
                .set("contact", contact)
                .set("me", staff.username())
                .first(row -> {
                    Optional<PhoneNumber> number = personalData
                            .openText(row.subject("subject_id"), row.bytes("number_sealed"))
                            .map(PhoneNumber::new);
                    return new CallCard(
                            row.flag("to_call"),
                            number.map(PhoneNumber::value).orElse(""),
                            number.map(PhoneNumber::written).orElse(""),
                            new CallbackWindow(
                                    row.instant("window_from"),
                                    row.instant("window_to"),
                                    CallbackWindow.zone(row.text("zone"))),
                            row.text("display_name"),
                            CallbackPolicy.read(entities).attempts(),
                            attempts(contact));
                });
    }

    private List<Attempt> attempts(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select a.number, u.display_name, a.ended_at, a.result from callback_attempt a
                        join app_user u on u.username = a.advisor where a.contact_id = :contact order by a.number
                        """)
                .set("contact", contact)
                .list(row -> new Attempt(
                        row.number("number"),
                        row.text("display_name"),
                        row.instant("ended_at"),
                        row.constant("result", CallResult.class)));
    }
}
