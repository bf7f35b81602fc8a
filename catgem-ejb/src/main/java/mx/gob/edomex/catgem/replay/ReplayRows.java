package mx.gob.edomex.catgem.replay;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.shared.Sql;

/** Replays as they are stored. How far one has come is seen at once, so it is written in transactions of its own. */
@Stateless
@PermitAll
public class ReplayRows {

    private static final String REPLAY =
            """
            select id, to_char(day, 'YYYY-MM-DD') as day, contacts, seed, base, version, draft_id, state, progress,
              cast(result as text) as result, started_by, started_at, ended_at
            from rule_replay
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public Optional<RuleReplay> find(UUID id) {
        return Sql.on(entities, REPLAY + " where id = :id").set("id", id).first(ReplayRows::read);
    }

    /** The newest first. */
    public List<RuleReplay> latest(int most) {
        return Sql.on(entities, REPLAY + " order by started_at desc, id limit :most")
                .set("most", most)
                .list(ReplayRows::read);
    }

    public RoutingRules rules(UUID id) {
        return Sql.on(entities, "select cast(rules as text) as rules from rule_replay where id = :id")
                .set("id", id)
                .first(row -> RulesJson.read(0, row.text("rules")))
                .orElseThrow(ReplayUnknown::new);
    }

    /** @return false when it was cancelled */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean progressed(UUID id, int percent) {
        return Sql.on(entities, "update rule_replay set progress = :percent where id = :id and state = 'RUNNING'")
                        .set("percent", percent)
                        .set("id", id)
                        .update()
                > 0;
    }

    /** @return false when it was cancelled meanwhile */
    public boolean done(UUID id, String result) {
        return Sql.on(
                                entities,
                                """
                                update rule_replay set state = 'DONE', progress = 100, result = cast(:result as jsonb),
                                  ended_at = now()
                                where id = :id and state = 'RUNNING'
                                """)
                        .set("result", result)
                        .set("id", id)
                        .update()
                > 0;
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID id) {
        Sql.on(
                        entities,
                        "update rule_replay set state = 'FAILED', ended_at = now() where id = :id and state = 'RUNNING'")
                .set("id", id)
                .update();
    }

    private static RuleReplay read(Sql.Row row) {
        return new RuleReplay(
                row.uuid("id"),
                row.text("day") == null ? null : LocalDate.parse(row.text("day")),
                row.numberOrNull("contacts"),
                row.big("seed"),
                row.number("base"),
                row.numberOrNull("version"),
                row.uuid("draft_id") == null ? null : new RuleDraftId(row.uuid("draft_id")),
                row.constant("state", RuleReplay.State.class),
                row.number("progress"),
                row.text("result") == null ? null : FiguresJson.read(row.text("result")),
                row.text("started_by"),
                row.instant("started_at"),
                row.instant("ended_at"));
    }
}
