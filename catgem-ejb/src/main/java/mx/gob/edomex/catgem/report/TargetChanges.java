package mx.gob.edomex.catgem.report;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** The one way a target changes, whatever page it is changed on. */
final class TargetChanges {

    private final EntityManager entities;
    private final EventLedger ledger;
    private final String who;
    private final Instant now;

    TargetChanges(EntityManager entities, EventLedger ledger, String who, Instant now) {
        this.entities = entities;
        this.ledger = ledger;
        this.who = who;
        this.now = now;
    }

    private record Kept(double target, String owner) {}

    /**
     * What stays as it is changes nothing and leaves no record.
     *
     * @param owner null: who answers for it now
     * @param grounds null: none were asked for
     * @throws RuleNotSound unless 0 &lt; percent ≤ 100, or without such a target
     */
    void keep(String measure, double percent, String owner, String grounds) {
        if (!(percent > 0 && percent <= 100)) {
            throw new RuleNotSound();
        }
        Kept kept = Sql.on(
                        entities,
                        """
                        select t.target, (select c.owner from target_change c where c.measure = t.measure
                                          order by c.id desc limit 1) as owner
                        from figure_target t where t.measure = :measure for update
                        """)
                .set("measure", measure)
                .first(row -> new Kept(row.decimal("target"), row.text("owner")))
                .orElseThrow(RuleNotSound::new);
        String answers = owner == null ? kept.owner() : owner;
        double target = percent / 100;
        if (target == kept.target() && Objects.equals(answers, kept.owner())) {
            return;
        }
        Sql.on(entities, "update figure_target set target = :target where measure = :measure")
                .set("target", target)
                .set("measure", measure)
                .update();
        Sql.on(
                        entities,
                        """
                        insert into target_change (measure, target, owner, grounds, changed_by, changed_at)
                        values (:measure, :target, cast(:owner as text), cast(:grounds as text), :who, :now)
                        """)
                .set("measure", measure)
                .set("target", target)
                .set("owner", answers)
                .set("grounds", grounds)
                .set("who", who)
                .set("now", now)
                .update();
        Map<String, String> refs = new HashMap<>(Map.of("measure", measure, "percent", Double.toString(percent)));
        if (answers != null) {
            refs.put("owner", answers);
        }
        ledger.system("TARGET_CHANGED", new Actor(who, Roles.SUPERVISOR, Source.SCREEN), now, null, refs);
    }
}
