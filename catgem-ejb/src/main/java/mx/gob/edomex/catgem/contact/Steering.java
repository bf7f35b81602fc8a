package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Sql;

/** What coordinators do with contacts they do not attend: move, re-prioritise (T6), withdraw an offer, end what is stuck. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class Steering {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    OfferService offers;

    @Inject
    Endings endings;

    @Inject
    CurrentStaff staff;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Clock clock;

    /**
     * The contact waits on under another topic, with its age; an offer of it is withdrawn first.
     *
     * @throws TopicUnknown when the topic is not in the catalogue
     * @throws ContactNotInState when it does not wait any more
     */
    public void move(Folio folio, String topic) {
        if (!Sql.on(entities, "select 1 from topic where code = :code and active")
                .set("code", topic)
                .exists()) {
            throw new TopicUnknown(topic);
        }
        Contact contact = waiting(folio, "MOVED");
        requeue(contact, "MOVED", topic, contact.priority());
    }

    /** The contact waits on with another priority, with its age; an offer of it is withdrawn first. */
    public void prioritise(Folio folio, Priority priority) {
        Contact contact = waiting(folio, "PRIORITISED");
        requeue(contact, "PRIORITISED", contact.topic(), priority);
    }

    /** @throws OfferGone when it is not being offered any more */
    public void withdraw(Folio folio) {
        Contact contact = contacts.locked(id(folio));
        offers.withdraw(
                liveOffer(contact).orElseThrow(() -> new ContactNotInState(contact.id(), contact.state())),
                "BY_COORDINATOR");
    }

    /**
     * Ends a contact that would not end by itself: one in hand is finished and closed with the disposition; one that
     * waits has failed, with the reason as its cause. The citizen is told as at any end.
     */
    public void closeStuck(Folio folio, String disposition, StuckReason reason) {
        Contact contact = contacts.locked(id(folio));
        if (contact.state() == ContactState.QUEUED || contact.state() == ContactState.OFFERED) {
            liveOffer(contact).ifPresent(offer -> offers.withdraw(offer, reason.name()));
            endings.fail(contact, actor(), reason.name());
            return;
        }
        if (contact.state().isInHand()) {
            endings.finish(contact, actor(), reason.name());
        }
        endings.close(contact, disposition, actor());
    }

    /** Dispositions to close with. */
    public List<ListChoices.Choice> dispositions(Language reader) {
        return choices("disposition where active and code <> 'UNCLASSIFIED'", reader);
    }

    /** Topics to move to. */
    public List<ListChoices.Choice> topics(Language reader) {
        return choices("topic where active", reader);
    }

    /** Reasons of a pause. */
    public List<ListChoices.Choice> reasons(Language reader) {
        return choices("auxiliary_reason", reader);
    }

    private List<ListChoices.Choice> choices(String from, Language reader) {
        String name = reader == Language.EN ? "name_en" : "name_es";
        return Sql.on(entities, "select code, " + name + " as name from " + from + " order by 2")
                .list(row -> new ListChoices.Choice(row.text("code"), row.text("name")));
    }

    private Contact waiting(Folio folio, String why) {
        Contact contact = contacts.locked(id(folio));
        if (contact.state() == ContactState.OFFERED) {
            liveOffer(contact).ifPresent(offer -> offers.withdraw(offer, why));
        }
        return contact;
    }

    private void requeue(Contact contact, String code, String topic, Priority priority) {
        Instant now = clock.instant();
        ServiceClass before = contact.serviceClass();
        StateChange change = contact.requeueAs(topic, priority);
        contacts.changed(
                contact,
                change,
                code,
                actor(),
                now,
                null,
                Map.of("from", before.key(), "to", contact.serviceClass().key()));
        returned.fire(new ContactReturned(contact.id()));
    }

    private Optional<OfferId> liveOffer(Contact contact) {
        return Sql.on(entities, "select id from offer where contact_id = :id and outcome is null")
                .set("id", contact.id())
                .first(row -> new OfferId(row.uuid("id")));
    }

    private ContactId id(Folio folio) {
        return Sql.on(entities, "select id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> row.contact("id"))
                .orElseThrow(() -> new ContactUnknown(folio.value()));
    }

    private Actor actor() {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        return new Actor(staff.username(), role, Source.SCREEN);
    }
}
