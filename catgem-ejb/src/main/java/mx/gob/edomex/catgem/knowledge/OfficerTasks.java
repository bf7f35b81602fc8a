package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Tasks of information officers: reported from a desk, taken, and resolved with a published version or declined. */
@Stateless
@RolesAllowed(Roles.INFORMATION)
public class OfficerTasks {

    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EntryUpdates updates;

    @Inject
    TaskRows rows;

    @Inject
    PersonalData personalData;

    @Inject
    StepRecorder steps;

    @Inject
    WorkLog log;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * An advisor asks for an entry that was not found, or says what is wrong with one.
     *
     * @param subject whose data the words may be: the citizen of the contact in hand, or somebody new without one
     * @param version the version that is wrong; null when an entry is missing
     * @throws NoteMissing when the words are blank
     */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.SUPERVISOR})
    public UUID report(String words, UUID version, Language language, SubjectId subject) {
        if (words == null || words.isBlank()) {
            throw new NoteMissing();
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        String kind = version == null ? "MISSING" : "WRONG";
        String text = words.strip();
        personalData.ensure(subject);
        Sql.on(
                        entities,
                        """
                        insert into officer_task (id, kind, opened_by, opened_at, due_at, subject_id, words_sealed, language,
                                                  version_id)
                        values (:id, :kind, :staff, :at, :due, :subject, :words, :language, cast(:version as uuid))
                        """)
                .set("id", id)
                .set("kind", kind)
                .set("staff", staff.username())
                .set("at", now)
                .set("due", now.plus(allowed(kind)))
                .set("subject", subject)
                .set("words", personalData.seal(subject, text.substring(0, Math.min(LONGEST, text.length()))))
                .set("language", language)
                .set("version", version == null ? null : version.toString())
                .update();
        rows.record("KNOWLEDGE_TASK_OPENED", id, Actor.advisor(staff.username()), now);
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
        return id;
    }

    private Duration allowed(String kind) {
        return Duration.ofMinutes(Sql.on(entities, "select value from setting where name = :name")
                .set("name", "WRONG".equals(kind) ? "knowledge.wrong.minutes" : "knowledge.missing.minutes")
                .first(row -> Long.valueOf(row.text("value")))
                .orElse(240L));
    }

    /** Everything not ended, the most urgent first. */
    public List<OfficerTask> open() {
        return Sql.on(
                        entities,
                        """
                        select t.id, t.kind, t.state, t.opened_by, t.opened_at, t.due_at, t.language, t.subject_id,
                               t.words_sealed, e.code, v.title, t.update_id, t.taken_by
                        from officer_task t
                        left join knowledge_version v on v.id = t.version_id
                        left join knowledge_entry e on e.id = v.entry_id
                        where t.ended_at is null order by t.due_at, t.id
                        """)
                .list(row -> new OfficerTask(
                        row.uuid("id"),
                        row.constant("kind", OfficerTask.Kind.class),
                        row.text("state"),
                        row.text("opened_by"),
                        row.instant("opened_at"),
                        row.instant("due_at"),
                        row.constant("language", Language.class),
                        words(row),
                        row.text("code"),
                        row.text("title"),
                        row.uuid("update_id"),
                        row.text("taken_by")));
    }

    private String words(Sql.Row row) {
        return row.uuid("subject_id") == null
                ? null
                : personalData
                        .openText(row.subject("subject_id"), row.bytes("words_sealed"))
                        .orElse(null);
    }

    /** @throws TaskGone when somebody else was faster */
    public void take(UUID task) {
        Instant now = clock.instant();
        int taken = Sql.on(
                        entities,
                        """
                        update officer_task set state = 'TAKEN', taken_by = :staff, taken_at = :at
                        where id = :id and state = 'OPEN'
                        """)
                .set("staff", staff.username())
                .set("at", now)
                .set("id", task)
                .update();
        if (taken == 0) {
            throw new TaskGone(task.toString());
        }
        rows.record("KNOWLEDGE_TASK_TAKEN", task, Actor.officer(staff.username()), now);
        log.write("TASK_TAKEN", entryOf(task), kindOf(task));
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }

    /** Begins the update that will answer the task; its publication resolves the task by itself. */
    public UpdateId beginUpdate(UUID task) {
        lockMine(task);
        String entry = entryOf(task);
        UpdateId update = entry == null ? updates.open() : updates.open(entry, UpdateKind.CHANGE);
        Sql.on(entities, "update officer_task set update_id = :update where id = :id")
                .set("update", update.value())
                .set("id", task)
                .update();
        return update;
    }

    /**
     * The answer is published already.
     *
     * @throws EntryUnknown when no entry of that code is in force
     */
    public void resolve(UUID task, String entryCode) {
        lockMine(task);
        UUID version = Sql.on(
                        entities,
                        """
                        select v.id from knowledge_version v join knowledge_entry e on e.id = v.entry_id
                        where e.code = :code and v.status = 'PUBLISHED' order by v.language desc limit 1
                        """)
                .set("code", entryCode == null ? "" : entryCode.strip())
                .first(row -> row.uuid("id"))
                .orElseThrow(() -> new EntryUnknown(entryCode));
        rows.end(task, "RESOLVED", null, version, clock.instant());
        log.write("TASK_RESOLVED", entryCode.strip(), kindOf(task));
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }

    /** @throws NoteMissing when there is no reason */
    public void decline(UUID task, String reason) {
        lockMine(task);
        if (reason == null || reason.isBlank()) {
            throw new NoteMissing();
        }
        String text = reason.strip();
        rows.end(task, "DECLINED", text.substring(0, Math.min(LONGEST, text.length())), null, clock.instant());
        log.write("TASK_DECLINED", entryOf(task), kindOf(task));
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }

    /**
     * Step 08: what was published was looked at again.
     *
     * @return the change begun when it is wrong
     */
    public Optional<UpdateId> check(UUID task, boolean right) {
        lockMine(task);
        UpdateId update = Sql.on(entities, "select update_id from officer_task where id = :id and kind = 'CHECK'")
                .set("id", task)
                .first(row -> new UpdateId(row.uuid("update_id")))
                .orElseThrow(() -> new TaskGone(task.toString()));
        Instant now = clock.instant();
        steps.record(
                update.execution(),
                Act.CHECK_PUBLISHED,
                StepKind.END,
                Basis.DECLARED,
                Actor.officer(staff.username()),
                now,
                right ? "RIGHT" : "WRONG",
                null,
                Map.of("task", task.toString()));
        log.write(right ? "CHECKED_RIGHT" : "CHECKED_WRONG", update, null);
        rows.end(task, "RESOLVED", null, null, now);
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
        return right ? Optional.empty() : Optional.of(updates.open(entryOf(task), UpdateKind.CHANGE));
    }

    /** What became of what the caller reported, until they say that they have seen it. */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.SUPERVISOR})
    public List<TaskAnswer> answers() {
        return Sql.on(
                        entities,
                        """
                        select t.id, t.kind, t.subject_id, t.words_sealed, t.answer_version, v.title, t.answer, t.ended_at
                        from officer_task t left join knowledge_version v on v.id = t.answer_version
                        where t.opened_by = :staff and t.ended_at is not null and t.told_at is null order by t.ended_at
                        """)
                .set("staff", staff.username())
                .list(row -> new TaskAnswer(
                        row.uuid("id"),
                        row.constant("kind", OfficerTask.Kind.class),
                        words(row),
                        row.uuid("answer_version"),
                        row.text("title"),
                        row.text("answer"),
                        row.instant("ended_at")));
    }

    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.SUPERVISOR})
    public void seen(UUID task) {
        Sql.on(entities, "update officer_task set told_at = :at where id = :id and opened_by = :staff")
                .set("at", clock.instant())
                .set("id", task)
                .set("staff", staff.username())
                .update();
    }

    /** Whoever acts on an open task has it from then on; somebody else's is left alone. */
    private void lockMine(UUID task) {
        int mine = Sql.on(
                        entities,
                        """
                        update officer_task set state = 'TAKEN', taken_by = :staff, taken_at = coalesce(taken_at, :at)
                        where id = :id and ended_at is null and (taken_by is null or taken_by = :staff)
                        """)
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("id", task)
                .update();
        if (mine == 0) {
            throw new TaskGone(task.toString());
        }
    }

    private String entryOf(UUID task) {
        return Sql.on(
                        entities,
                        """
                        select e.code from officer_task t join knowledge_version v on v.id = t.version_id
                        join knowledge_entry e on e.id = v.entry_id where t.id = :id
                        """)
                .set("id", task)
                .first(row -> row.text("code"))
                .orElse(null);
    }

    private String kindOf(UUID task) {
        return Sql.on(entities, "select kind from officer_task where id = :id")
                .set("id", task)
                .first(row -> row.text("kind"))
                .orElseThrow();
    }
}
