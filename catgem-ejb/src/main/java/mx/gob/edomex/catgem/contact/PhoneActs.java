package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.channel.AdvisorHungUp;
import mx.gob.edomex.catgem.channel.AdvisorNotReached;
import mx.gob.edomex.catgem.channel.CallLost;
import mx.gob.edomex.catgem.channel.ColleagueHungUp;
import mx.gob.edomex.catgem.channel.ListenerHungUp;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/** What happens on the telephone, as it concerns the contact; within the gateway's transaction. */
@ApplicationScoped
public class PhoneActs {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Endings endings;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    WarmTransfers warmTransfers;

    @Inject
    CitizenSide citizenSide;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Clock clock;

    /**
     * Who accepts and then does not pick up has missed it as much as who did not accept: the contact waits again with its
     * age, others are asked first, and the advisor is asked nothing more until they say they are there.
     */
    void onNotReached(@Observes AdvisorNotReached missed) {
        Contact contact = contacts.locked(missed.contact());
        if (!isWith(contact, missed.advisor())) {
            return;
        }
        Instant now = clock.instant();
        int points = contacts.leg(contact).end(missed.reason(), now);
        StateChange change = contact.returnToQueue();
        contacts.changed(
                contact, change, "MISSED", Actor.SYSTEM, now, missed.reason(), Map.of("advisor", missed.advisor()));
        contacts.exclude(contact.id(), missed.advisor(), now);
        ChannelRule rule = ChannelRule.of(entities, contact.channel());
        capacity.missed(missed.advisor(), points, rule.missesAllowed());
        citizenSide.left(contact);
        signals.toDesk(missed.advisor(), DeskSignal.Kind.OFFER_ENDED, contact.id());
        returned.fire(new ContactReturned(contact.id()));
    }

    /** The same as the advisor's end on the desk. */
    void onHungUp(@Observes AdvisorHungUp ended) {
        Contact contact = contacts.locked(ended.contact());
        if (isWith(contact, ended.advisor())) {
            endings.finish(contact, Actor.advisor(ended.advisor()), "ADVISOR_ENDED");
        }
    }

    /** Whoever was asked in and puts down the receiver has stepped out; the contact stays with its advisor. */
    void onColleagueHungUp(@Observes ColleagueHungUp gone) {
        contacts.locked(gone.contact());
        warmTransfers
                .live(gone.contact())
                .filter(live -> live.joined() && live.to().equals(gone.colleague()))
                .ifPresent(live ->
                        warmTransfers.end(live, WarmTransfers.End.COLLEAGUE_LEFT, Actor.advisor(gone.colleague())));
    }

    void onListenerHungUp(@Observes ListenerHungUp gone) {
        boolean supervises = Sql.on(entities, "select 1 from user_role where username = :username and role = :role")
                .set("username", gone.listener())
                .set("role", Roles.SUPERVISOR)
                .exists();
        Actor listener = new Actor(gone.listener(), supervises ? Roles.SUPERVISOR : Roles.COORDINATOR, Source.SCREEN);
        ledger.fact(gone.contact(), CallListening.LEFT, listener, clock.instant(), null, Map.of());
        signals.toAll(DeskSignal.Kind.CONTACT, gone.contact());
    }

    void onLost(@Observes CallLost lost) {
        endings.callLost(lost.contact(), lost.cause());
    }

    private static boolean isWith(Contact contact, String advisor) {
        return contact.state().isInHand() && advisor.equals(contact.advisor());
    }
}
