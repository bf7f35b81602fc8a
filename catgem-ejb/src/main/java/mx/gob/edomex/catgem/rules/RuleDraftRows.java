package mx.gob.edomex.catgem.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads and locks drafts of rules. */
@ApplicationScoped
public class RuleDraftRows {

    private static final String DRAFT =
            """
            select d.id, d.state, d.base, d.revision, cast(d.rules as text) as rules, d.reason, d.effective_from,
              d.opened_by, d.opened_at, d.submitted_by, d.submitted_at, d.review_note,
              (select string_agg(a.staff, ',') from rule_draft_author a where a.draft_id = d.id) as authors
            from rule_draft d
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    Optional<RuleDraft> find(RuleDraftId id) {
        return Sql.on(entities, DRAFT + " where d.id = :id")
                .set("id", id.value())
                .first(RuleDraftRows::read);
    }

    List<RuleDraft> open() {
        return Sql.on(entities, DRAFT + " where d.state in ('DRAFT', 'IN_REVIEW') order by d.opened_at, d.id")
                .list(RuleDraftRows::read);
    }

    /**
     * The draft, held until the transaction ends.
     *
     * @throws RuleDraftUnknown when there is none
     * @throws RuleDraftNotInState when it is in none of the states
     */
    RuleDraft locked(RuleDraftId id, State... states) {
        if (!Sql.on(entities, "select id from rule_draft where id = :id for update")
                .set("id", id.value())
                .exists()) {
            throw new RuleDraftUnknown();
        }
        RuleDraft draft = find(id).orElseThrow(RuleDraftUnknown::new);
        if (!List.of(states).contains(draft.state())) {
            throw new RuleDraftNotInState();
        }
        return draft;
    }

    /** Every publication waits here for the one before it. @return the newest version there is */
    int lockedNewest() {
        Sql.on(entities, "select version from routing_rule order by version limit 1 for update")
                .list(row -> row.number("version"));
        return Sql.on(entities, "select max(version) as version from routing_rule")
                .first(row -> row.number("version"))
                .orElseThrow();
    }

    void wrote(RuleDraftId id, String staff) {
        Sql.on(entities, "insert into rule_draft_author (draft_id, staff) values (:id, :staff) on conflict do nothing")
                .set("id", id.value())
                .set("staff", staff)
                .update();
    }

    private static RuleDraft read(Sql.Row row) {
        String authors = row.text("authors");
        return new RuleDraft(
                new RuleDraftId(row.uuid("id")),
                row.constant("state", State.class),
                row.number("base"),
                row.number("revision"),
                RulesJson.read(0, row.text("rules")),
                row.text("reason"),
                row.instant("effective_from"),
                row.text("opened_by"),
                row.instant("opened_at"),
                row.text("submitted_by"),
                row.instant("submitted_at"),
                authors == null
                        ? Set.of()
                        : Arrays.stream(authors.split(",", -1)).collect(Collectors.toUnmodifiableSet()),
                row.text("review_note"));
    }
}
