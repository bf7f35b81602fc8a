package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The points an advisor holds, changed only within the transaction of the contact's state change; a CHECK on the row
 * refuses even a matcher that has lost its lease (I5).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AdvisorCapacity {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Alerts alerts;

    @Inject
    Event<AdvisorAvailable> available;

    @Inject
    Event<PointsFreed> freed;

    @Inject
    Clock clock;

    /** Points the advisor has left; nobody changes them until the transaction ends. */
    public int room(String username) {
        return 100 - locked(username).points();
    }

    /** Takes the points for an offer. @return false when the advisor is no longer eligible */
    public boolean hold(String username, int points) {
        Advisor advisor = locked(username);
        if (!advisor.canHold(points)) {
            return false;
        }
        advisor.hold(points);
        return true;
    }

    /**
     * As {@link #hold}, for what is to ring: one thing rings at a desk at a time, be it an offer or a colleague who asks
     * them in. The advisor's locked row makes it so.
     */
    public boolean holdToRing(String username, int points) {
        Advisor advisor = locked(username);
        if (!advisor.canHold(points) || isRinging(username)) {
            return false;
        }
        advisor.hold(points);
        return true;
    }

    /**
     * Gives back the points of what was interrupted, for something that is to ring.
     *
     * @return false, and nothing is changed, when it does not fit all the same or something else rings
     */
    public boolean clear(String username, int freed, int wanted) {
        Advisor advisor = locked(username);
        if (!advisor.canHold(wanted - freed) || isRinging(username)) {
            return false;
        }
        advisor.release(freed);
        return true;
    }

    private boolean isRinging(String username) {
        return Sql.on(
                        entities,
                        """
                        select advisor from offer where advisor = :username and outcome is null
                        union all
                        select to_advisor from warm_transfer
                        where to_advisor = :username and ended_at is null and joined_at is null
                        """)
                .set("username", username)
                .exists();
    }

    /** Advisors whose points change in one transaction: their rows are locked in the order of their names. */
    public void lockInOrder(Stream<String> usernames) {
        usernames.distinct().sorted().forEach(username -> Sql.on(
                        entities, "select 1 from advisor where username = :username for no key update")
                .set("username", username)
                .exists());
    }

    /** A quiet contact is heard of again. @return false when it no longer fits or its advisor is away */
    public boolean takeUp(String username, int points) {
        Advisor advisor = locked(username);
        if (!advisor.canTakeUp(points)) {
            return false;
        }
        advisor.hold(points);
        return true;
    }

    /** What was interrupted goes on. @return false when it does not fit */
    public boolean takeBack(String username, int points) {
        Advisor advisor = locked(username);
        if (!advisor.canTakeBack(points)) {
            return false;
        }
        advisor.hold(points);
        return true;
    }

    /** An offer came to nothing, or a contact left the advisor: the points return, the idle position stays. */
    public void release(String username, int points) {
        Advisor advisor = locked(username);
        free(advisor, points);
        afterRelease(advisor);
    }

    /** A contact ended, after-call work included: the points return and the advisor goes to the end of the idle line. */
    public void contactEnded(String username, int points) {
        Advisor advisor = locked(username);
        advisor.contactEnded(clock.instant());
        free(advisor, points);
        afterRelease(advisor);
    }

    /** An offer was not answered in time; too many and the advisor is NOT_RESPONDING and the coordinator is told. */
    public void missed(String username, int points, int allowed) {
        Advisor advisor = locked(username);
        Presence before = advisor.presence();
        free(advisor, points);
        if (advisor.missed(allowed, clock.instant())) {
            presenceChanged(advisor, before);
            alerts.raise("ADVISOR_NOT_RESPONDING", Alerts.Severity.WARNING, null, username, null);
        } else {
            afterRelease(advisor);
        }
    }

    /** The desk did not come back in its grace: OFFLINE. Points are returned by the contacts one by one. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void lost(String username) {
        Advisor advisor = locked(username);
        Presence before = advisor.presence();
        if (before == Presence.GRACE && advisor.become(Presence.OFFLINE, null, clock.instant())) {
            presenceChanged(advisor, before);
        }
    }

    /** The account was disabled or attends no more: OFFLINE at once, its contacts having gone back before. */
    public void leave(String username) {
        Advisor advisor = locked(username);
        Presence before = advisor.presence();
        if (advisor.become(Presence.OFFLINE, null, clock.instant())) {
            presenceChanged(advisor, before);
        }
    }

    /** Advisors whose grace has run out. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<String> graceOver() {
        return Sql.on(entities, "select username from advisor where presence = 'GRACE' and grace_until < :now")
                .set("now", clock.instant())
                .list(row -> row.text("username"));
    }

    private void free(Advisor advisor, int points) {
        advisor.release(points);
        if (points > 0) {
            freed.fire(new PointsFreed(advisor.username()));
        }
    }

    private void afterRelease(Advisor advisor) {
        Presence before = advisor.presence();
        Instant now = clock.instant();
        if (advisor.isLeaving() && advisor.points() == 0 && PresenceService.hasContacts(entities, advisor.username())) {
            return; // quiet contacts weigh nothing, but nobody goes offline with one
        }
        if (advisor.applyNext(now)) {
            presenceChanged(advisor, before);
        } else if (advisor.presence() == Presence.AVAILABLE) {
            available.fire(new AdvisorAvailable(advisor.username()));
        }
    }

    private void presenceChanged(Advisor advisor, Presence before) {
        ledger.system(
                "PRESENCE",
                Actor.SYSTEM,
                clock.instant(),
                advisor.reason(),
                Map.of(
                        "advisor", advisor.username(),
                        "from", before.name(),
                        "to", advisor.presence().name()));
        signals.toDesk(advisor.username(), DeskSignal.Kind.STATE, null);
        signals.toAll(DeskSignal.Kind.QUEUE, null);
    }

    private Advisor locked(String username) {
        Advisor advisor = entities.find(Advisor.class, username, LockModeType.PESSIMISTIC_WRITE);
        if (advisor == null) {
            throw new NotAnAdvisor(username);
        }
        entities.flush(); // or what this transaction changed before would be lost
        entities.refresh(advisor);
        return advisor;
    }
}
