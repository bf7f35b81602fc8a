package mx.gob.edomex.catgem.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** The rows of officers' tasks, and what publication means for them. The ledger gets kinds and ids, never the words. */
@ApplicationScoped
public class TaskRows {

    private static final Duration CHECK_AFTER = Duration.ofHours(24);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    /** Ends the tasks that asked for this update, and asks for the check after 24 hours (step 08). */
    void published(UpdateId update, Map<String, UUID> versions, Instant now) {
        List<UUID> answered = Sql.on(
                        entities,
                        "select id from officer_task where update_id = :update and kind <> 'CHECK' and ended_at is null")
                .set("update", update.value())
                .list(row -> row.uuid("id"));
        UUID version = versions.getOrDefault("ES", versions.values().iterator().next());
        answered.forEach(task -> end(task, "RESOLVED", null, version, now));
        UUID check = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into officer_task (id, kind, opened_at, due_at, language, version_id, update_id)
                        values (:id, 'CHECK', :at, :due, :language, :version, :update)
                        """)
                .set("id", check)
                .set("at", now)
                .set("due", now.plus(CHECK_AFTER))
                .set("language", Language.ES)
                .set("version", version)
                .set("update", update.value())
                .update();
    }

    /** @param version what answers the task, or null when it was declined */
    void end(UUID task, String state, String answer, UUID version, Instant now) {
        Sql.on(
                        entities,
                        """
                        update officer_task set state = :state, ended_by = :staff, ended_at = :at, answer = :answer,
                               answer_version = cast(:version as uuid),
                               taken_by = coalesce(taken_by, :staff), taken_at = coalesce(taken_at, :at)
                        where id = :id
                        """)
                .set("state", state)
                .set("staff", staff.username())
                .set("at", now)
                .set("answer", answer)
                .set("version", version == null ? null : version.toString())
                .set("id", task)
                .update();
        record("KNOWLEDGE_TASK_" + state, task, Actor.officer(staff.username()), now);
        Sql.on(entities, "select opened_by from officer_task where id = :id and opened_by is not null")
                .set("id", task)
                .first(row -> row.text("opened_by"))
                .ifPresent(advisor -> signals.toDesk(advisor, DeskSignal.Kind.KNOWLEDGE, null));
    }

    void record(String code, UUID task, Actor actor, Instant now) {
        String kind = Sql.on(entities, "select kind from officer_task where id = :id")
                .set("id", task)
                .first(row -> row.text("kind"))
                .orElseThrow();
        ledger.system(code, actor, now, kind, Map.of("task", task.toString()));
    }
}
