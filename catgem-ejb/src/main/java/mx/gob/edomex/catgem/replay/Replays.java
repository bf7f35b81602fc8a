package mx.gob.edomex.catgem.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.rules.RuleDrafts;
import mx.gob.edomex.catgem.rules.RuleVersionUnknown;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Starts, cancels and shows replays; the work itself goes on in the background. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class Replays {

    private static final int SHOWN = 20;
    private static final int AT_ONCE = 2;
    private static final int FEWEST = 50;
    private static final int MOST = 10_000;

    /** A replay of which nothing was heard for so long died with its node. */
    private static final Duration LOST = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ReplayRows rows;

    @Inject
    RuleBook book;

    @Inject
    RuleDrafts drafts;

    @Inject
    PastDays days;

    @Inject
    CurrentStaff staff;

    @Inject
    Event<ReplayAsked> asked;

    @Inject
    Clock clock;

    /** Which day: of the past, or, when {@code day} is null, the simulator's with so many contacts. */
    public record Day(LocalDate day, int contacts, long seed) {}

    /** Replays the day under a draft as it stands. */
    public UUID start(Day day, RuleDraftId draft) {
        return start(day, drafts.one(draft).rules(), null, draft);
    }

    /** Replays the day under a version. */
    public UUID start(Day day, int version) {
        return start(day, book.version(version).orElseThrow(RuleVersionUnknown::new), version, null);
    }

    private UUID start(Day day, RoutingRules rules, Integer version, RuleDraftId draft) {
        Instant now = clock.instant();
        if (day.day() == null
                ? day.contacts() < FEWEST || day.contacts() > MOST
                : days.known().stream().noneMatch(known -> known.date().equals(day.day()))) {
            throw new ReplayNotValid();
        }
        Sql.on(
                        entities,
                        """
                        update rule_replay set state = 'FAILED', ended_at = :now where state = 'RUNNING' and started_at < :lost
                        """)
                .set("now", now)
                .set("lost", now.minus(LOST))
                .update();
        int running = Sql.on(entities, "select 1 from rule_replay where state = 'RUNNING'")
                .list(row -> 1)
                .size();
        if (running >= AT_ONCE) {
            throw new ReplaysUnderWay();
        }
        UUID id = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into rule_replay (id, day, contacts, seed, base, version, draft_id, rules, started_by, started_at)
                        values (:id, cast(:day as date), cast(:contacts as int), :seed, :base, cast(:version as int),
                                cast(:draft as uuid), cast(:rules as jsonb), :staff, :now)
                        """)
                .set("id", id)
                .set("day", day.day() == null ? null : day.day().toString())
                .set("contacts", day.day() == null ? Integer.toString(day.contacts()) : null)
                .set("seed", day.seed())
                .set("base", book.inForce(now).version())
                .set("version", version == null ? null : version.toString())
                .set("draft", draft == null ? null : draft.toString())
                .set("rules", RulesJson.write(rules))
                .set("staff", staff.username())
                .set("now", now)
                .update();
        asked.fire(new ReplayAsked(id));
        return id;
    }

    /** Ends it; does nothing when it has ended. */
    public void cancel(UUID id) {
        Sql.on(
                        entities,
                        "update rule_replay set state = 'CANCELLED', ended_at = :now where id = :id and state = 'RUNNING'")
                .set("now", clock.instant())
                .set("id", id)
                .update();
    }

    /** @throws ReplayUnknown when there is none */
    public RuleReplay one(UUID id) {
        return rows.find(id).orElseThrow(ReplayUnknown::new);
    }

    /** The latest, the newest first. */
    public List<RuleReplay> latest() {
        return rows.latest(SHOWN);
    }

    /** Days of which there is something to replay, the newest first. */
    public List<PastDays.Known> days() {
        return days.known();
    }
}
