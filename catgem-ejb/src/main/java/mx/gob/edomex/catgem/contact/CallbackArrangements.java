package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** A callback that somebody of the centre asks for a citizen: a new contact on the matter of one that is known. */
@Stateless
@RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.SUPERVISOR})
public class CallbackArrangements {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Arrivals arrivals;

    @Inject
    CallbackWishes wishes;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    private record Origin(String entryPoint, Language language, String topic, SubjectId subject, MatterId matter) {}

    /**
     * Asks for a callback on the matter of a contact; an advisor may do so for contacts in their own hands.
     *
     * @return the new contact; intake opens it
     * @throws ContactUnknown when there is no such folio
     * @throws NotYourContact when an advisor has not got it in hand
     */
    public ContactId arrange(Folio folio, CallbackWish wish) {
        boolean leads = staff.has(Roles.COORDINATOR) || staff.has(Roles.SUPERVISOR);
        ContactId of = Sql.on(entities, "select id, advisor, closed_at from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> {
                    boolean mine = staff.username().equals(row.text("advisor")) && row.instant("closed_at") == null;
                    if (!leads && !mine) {
                        throw new NotYourContact(row.contact("id"));
                    }
                    return row.contact("id");
                })
                .orElseThrow(() -> new ContactUnknown(folio.value()));
        return record(of, wish);
    }

    private ContactId record(ContactId of, CallbackWish wish) {
        Origin origin = Sql.on(
                        entities,
                        """
                        select c.entry_point, c.language, c.topic, c.subject_id, c.matter_id
                        from contact c join topic t on t.code = c.topic where c.id = :id
                        """)
                .set("id", of)
                .first(row -> new Origin(
                        row.text("entry_point"),
                        row.constant("language", Language.class),
                        row.text("topic"),
                        row.subject("subject_id"),
                        new MatterId(row.uuid("matter_id"))))
                .orElseThrow();
        ContactId next = ContactId.random();
        arrivals.record(new NewArrival(
                next,
                Channel.PHONE,
                origin.entryPoint(),
                origin.language(),
                origin.topic(),
                null,
                origin.subject(),
                origin.matter(),
                null,
                null,
                clock.instant(),
                null));
        wishes.store(next, origin.subject(), wish, staff.username());
        return next;
    }
}
