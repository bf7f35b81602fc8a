package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TooLateToUndo;

/** What coordinators do with contacts they do not attend: move, re-prioritise (T6), withdraw an offer, end what is stuck. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class Steering {

    /** How long an act can be taken back; the page offers it for a part of that. */
    public static final Duration UNDO = Duration.ofMinutes(1);

    private static final String UNDONE = "UNDONE";

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
        requeue(contact, "MOVED", null, topic, contact.priority());
    }

    /** The contact waits on with another priority, with its age; an offer of it is withdrawn first. */
    public void prioritise(Folio folio, Priority priority) {
        Contact contact = waiting(folio, "PRIORITISED");
        requeue(contact, "PRIORITISED", null, contact.topic(), priority);
    }

    /**
     * Takes back the caller's last move or change of priority of the contact, within {@link #UNDO}: it waits again as it
     * did before, with its age. What the caller did is read from the ledger, never from the page.
     *
     * @throws TooLateToUndo when there is no such act, it was taken back already, or the class was changed since
     * @throws ContactNotInState when it does not wait any more
     */
    public void undo(Folio folio) {
        Contact contact = waiting(folio, UNDONE);
        Done done = Sql.on(
                        entities,
                        """
                        select code, staff, reason, at, refs ->> 'from' as class_from, refs ->> 'to' as class_to
                        from event where contact_id = :id and code in ('MOVED', 'PRIORITISED') order by id desc
                        """)
                .set("id", contact.id())
                .first(row -> new Done(
                        row.text("code"),
                        row.text("staff"),
                        row.text("reason"),
                        row.instant("at"),
                        row.text("class_from"),
                        row.text("class_to")))
                .filter(last -> last.staff().equals(staff.username())
                        && last.reason() == null
                        && last.to().equals(contact.serviceClass().key())
                        && last.at().plus(UNDO).isAfter(clock.instant()))
                .orElseThrow(() -> new TooLateToUndo("class of " + folio));
        ServiceClass before = ServiceClass.of(done.from());
        requeue(contact, done.code(), UNDONE, before.topic(), before.priority());
    }

    /** @throws OfferGone when it is not being offered any more */
    public void withdraw(Folio folio) {
        Contact contact = contacts.locked(folio);
        offers.withdraw(
                liveOffer(contact).orElseThrow(() -> new ContactNotInState(contact.id(), contact.state())),
                "BY_COORDINATOR");
    }

    /**
     * Ends a contact that would not end by itself: one in hand is finished and closed with the disposition; one that
     * waits has failed, with the reason as its cause. The citizen is told as at any end.
     */
    public void closeStuck(Folio folio, String disposition, StuckReason reason) {
        Contact contact = contacts.locked(folio);
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
        return choices("disposition where active and code not in ('UNCLASSIFIED', 'CALLBACK_UNREACHED')", reader);
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
        Contact contact = contacts.locked(folio);
        if (contact.state() == ContactState.OFFERED) {
            liveOffer(contact).ifPresent(offer -> offers.withdraw(offer, why));
        }
        return contact;
    }

    /** A move or change of priority, as the ledger has it. */
    private record Done(String code, String staff, String reason, Instant at, String from, String to) {}

    private void requeue(Contact contact, String code, String reason, String topic, Priority priority) {
        Instant now = clock.instant();
        ServiceClass before = contact.serviceClass();
        StateChange change = contact.requeueAs(topic, priority);
        contacts.changed(
                contact,
                change,
                code,
                actor(),
                now,
                reason,
                Map.of("from", before.key(), "to", contact.serviceClass().key()));
        returned.fire(new ContactReturned(contact.id()));
    }

    private Optional<OfferId> liveOffer(Contact contact) {
        return Sql.on(entities, "select id from offer where contact_id = :id and outcome is null")
                .set("id", contact.id())
                .first(row -> new OfferId(row.uuid("id")));
    }

    private Actor actor() {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        return new Actor(staff.username(), role, Source.SCREEN);
    }
}
