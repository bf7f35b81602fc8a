package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TooLateToUndo;

/** What an advisor says of their own presence, and what the desk's heartbeat says of it. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class PresenceService {

    /** A desk unseen for this long is taken as lost; it beats every ten seconds. */
    static final Duration UNSEEN = Duration.ofSeconds(15);
    /** From the last sign of life until the contacts return to the queue: within the sixty seconds of ROUTING. */
    static final Duration GRACE = Duration.ofSeconds(50);

    /** How long an assignment can be taken back; the page offers it for a part of that. */
    static final Duration UNDO = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Event<AdvisorAvailable> available;

    @Inject
    Clock clock;

    /**
     * The caller's new presence. While contacts are in hand, a presence other than AVAILABLE is remembered and applied
     * when the last one ends; AVAILABLE takes effect at once and forgets what was remembered.
     *
     * @param reason a code of the auxiliary reasons when AUXILIARY, else null
     * @throws ReasonRequired when AUXILIARY comes without a known reason
     */
    public void become(Presence presence, String reason) {
        if (presence == Presence.AUXILIARY && !isReason(reason)) {
            throw new ReasonRequired();
        }
        if (presence == Presence.GRACE || presence == Presence.NOT_RESPONDING) {
            throw new IllegalArgumentException(presence + " is set by the centre");
        }
        String username = staff.username();
        Advisor advisor = locked(username);
        advisor.seen(clock.instant());
        become(advisor, presence, reason, Actor.advisor(username));
    }

    /**
     * Another's presence, by who leads them: as if the advisor had chosen it, so that it never cuts a contact. It waits
     * until the last one in hand has ended.
     *
     * @return whether it can be taken back: what the centre sets by itself cannot be set again
     * @throws ReasonRequired when AUXILIARY comes without a known reason
     * @throws DeskNotOpen when the advisor has no desk open to be at
     */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
    public boolean assign(String username, Presence presence, String reason) {
        if (presence == Presence.AUXILIARY && !isReason(reason)) {
            throw new ReasonRequired();
        }
        if (presence == Presence.GRACE || presence == Presence.NOT_RESPONDING) {
            throw new IllegalArgumentException(presence + " is set by the centre");
        }
        Advisor advisor = locked(username);
        if (advisor.presence() == Presence.OFFLINE || advisor.presence() == Presence.GRACE) {
            throw new DeskNotOpen(username);
        }
        Actor actor = leader();
        Choice before = Choice.of(advisor);
        Map<String, String> refs = new TreeMap<>(
                Map.of("advisor", username, "from", before.presence().name(), "to", presence.name()));
        if (before.reason() != null) {
            refs.put("fromReason", before.reason());
        }
        ledger.system("PRESENCE_ASSIGNED", actor, clock.instant(), reason, refs);
        become(advisor, presence, presence == Presence.AUXILIARY ? reason : null, actor);
        return before.presence() != Presence.NOT_RESPONDING;
    }

    /**
     * Takes back the caller's last assignment to the advisor, within a minute. Nobody is put back at a desk that they have
     * closed, nor into a state which they have changed themselves since.
     *
     * @throws TooLateToUndo when there is no such act or the state is another by now
     * @throws DeskNotOpen when the advisor has left meanwhile
     */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
    public void undoAssigned(String username) {
        Advisor advisor = locked(username);
        Instant now = clock.instant();
        Choice before = assigned(username, now, Choice.of(advisor));
        if (advisor.presence() == Presence.GRACE || advisor.unseenSince(now.minus(UNSEEN))) {
            throw new DeskNotOpen(username);
        }
        Actor actor = leader();
        ledger.system("PRESENCE_UNASSIGNED", actor, now, before.reason(), Map.of("advisor", username));
        become(advisor, before.presence(), before.reason(), actor);
    }

    /** What the advisor had chosen before the caller's assignment, provided that it still stands. */
    private Choice assigned(String username, Instant now, Choice stands) {
        return Sql.on(
                        entities,
                        """
                        select staff, reason, code, refs ->> 'from' as was, refs ->> 'fromReason' as was_reason,
                               refs ->> 'to' as became
                        from event where at > :since and code in ('PRESENCE_ASSIGNED', 'PRESENCE_UNASSIGNED')
                          and refs ->> 'advisor' = :advisor order by id desc
                        """)
                .set("since", now.minus(UNDO))
                .set("advisor", username)
                .first(row -> new Assignment(
                        row.text("code"),
                        row.text("staff"),
                        new Choice(row.constant("was", Presence.class), row.text("was_reason")),
                        new Choice(row.constant("became", Presence.class), row.text("reason"))))
                .filter(last -> last.code().equals("PRESENCE_ASSIGNED")
                        && last.staff().equals(staff.username())
                        && last.to().equals(stands)
                        && last.from().presence() != Presence.NOT_RESPONDING)
                .map(Assignment::from)
                .orElseThrow(() -> new TooLateToUndo("state of " + username));
    }

    private record Assignment(String code, String staff, Choice from, Choice to) {}

    /** What an advisor is, or will be once nothing is in hand. */
    private record Choice(Presence presence, String reason) {
        static Choice of(Advisor advisor) {
            return advisor.nextPresence() == null
                    ? new Choice(advisor.presence(), advisor.reason())
                    : new Choice(advisor.nextPresence(), advisor.nextReason());
        }
    }

    private Actor leader() {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        return new Actor(staff.username(), role, Source.SCREEN);
    }

    private void become(Advisor advisor, Presence presence, String reason, Actor actor) {
        String username = advisor.username();
        boolean kept = advisor.points() > 0 || (presence == Presence.OFFLINE && hasContacts(entities, username));
        if (presence != Presence.AVAILABLE && kept) {
            advisor.next(presence, reason);
            tellScreens(advisor);
        } else if (!change(advisor, presence, reason, actor)) {
            tellScreens(advisor); // at most, what was to come is forgotten
        }
    }

    /** The desk is alive; brings it back from GRACE. */
    public void heartbeat() {
        String username = staff.username();
        Instant now = clock.instant();
        boolean grace = Sql.on(
                        entities,
                        """
                        update advisor set last_seen_at = :now where username = :username
                        returning presence = 'GRACE' as grace
                        """)
                .set("now", now)
                .set("username", username)
                .first(row -> row.flag("grace"))
                .orElseThrow(() -> new NotAnAdvisor(username));
        if (grace) {
            Advisor advisor = locked(username);
            if (advisor.presence() == Presence.GRACE) {
                advisor.comeBack(now);
                record(advisor, Presence.GRACE, Actor.SYSTEM);
            }
        }
    }

    public AdvisorStanding mine() {
        String username = staff.username();
        return standings(username).stream().findFirst().orElseThrow(() -> new NotAnAdvisor(username));
    }

    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
    public List<AdvisorStanding> all() {
        return standings(null);
    }

    /** The desk's socket closed: GRACE begins, unless the desk speaks again. */
    @PermitAll
    public void connectionLost(String username) {
        Advisor advisor = entities.find(Advisor.class, username, LockModeType.PESSIMISTIC_WRITE);
        if (advisor != null && advisor.presence() != Presence.OFFLINE && advisor.presence() != Presence.GRACE) {
            Presence before = advisor.presence();
            advisor.lose(clock.instant().plus(GRACE.minus(UNSEEN)), clock.instant());
            record(advisor, before, Actor.SYSTEM);
        }
    }

    /** Desks whose heartbeat stopped. */
    @PermitAll
    public List<String> unseen() {
        return Sql.on(
                        entities,
                        """
                        select username from advisor where presence not in ('OFFLINE', 'GRACE') and last_seen_at < :limit
                        """)
                .set("limit", clock.instant().minus(UNSEEN))
                .list(row -> row.text("username"));
    }

    private List<AdvisorStanding> standings(String username) {
        return Sql.on(
                        entities,
                        """
                        select a.username, u.display_name, a.presence, a.reason, a.since, a.next_presence, a.next_reason,
                               a.points
                        from advisor a join app_user u using (username)
                        where cast(:username as text) is null or a.username = :username order by u.display_name
                        """)
                .set("username", username)
                .list(row -> new AdvisorStanding(
                        row.text("username"),
                        row.text("display_name"),
                        row.constant("presence", Presence.class),
                        row.text("reason"),
                        row.instant("since"),
                        row.constant("next_presence", Presence.class),
                        row.text("next_reason"),
                        row.number("points")));
    }

    /** @return whether it is another presence than before */
    private boolean change(Advisor advisor, Presence presence, String reason, Actor actor) {
        Presence before = advisor.presence();
        if (!advisor.become(presence, reason, clock.instant())) {
            return false;
        }
        record(advisor, before, actor);
        return true;
    }

    private void record(Advisor advisor, Presence before, Actor actor) {
        ledger.system(
                "PRESENCE",
                actor,
                clock.instant(),
                advisor.reason(),
                Map.of(
                        "advisor",
                        advisor.username(),
                        "from",
                        before.name(),
                        "to",
                        advisor.presence().name()));
        // The matcher first: somebody waits for it.
        if (advisor.presence() == Presence.AVAILABLE) {
            available.fire(new AdvisorAvailable(advisor.username()));
        }
        tellScreens(advisor);
    }

    private void tellScreens(Advisor advisor) {
        signals.toDesk(advisor.username(), DeskSignal.Kind.STATE, null);
        signals.toAll(DeskSignal.Kind.QUEUE, null);
    }

    private Advisor locked(String username) {
        Advisor advisor = entities.find(Advisor.class, username, LockModeType.PESSIMISTIC_WRITE);
        if (advisor == null) {
            throw new NotAnAdvisor(username);
        }
        entities.refresh(advisor);
        return advisor;
    }

    static boolean hasContacts(EntityManager entities, String username) {
        return Sql.on(entities, "select 1 from contact where advisor = :me and closed_at is null limit 1")
                .set("me", username)
                .exists();
    }

    private boolean isReason(String reason) {
        return Sql.on(entities, "select 1 from auxiliary_reason where code = :code and active")
                .set("code", reason)
                .exists();
    }
}
