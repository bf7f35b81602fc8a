package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.knowledge.UpdateRows.Revision;
import mx.gob.edomex.catgem.knowledge.UpdateRows.UpdateRow;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.Violation;

/** The second person's part of procedure ABD: reviews what was handed in, sends it back or publishes it (steps 05–07). */
@Stateless
@RolesAllowed(Roles.INFORMATION)
public class Publication {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    UpdateRows rows;

    @Inject
    PublishedVersions versions;

    @Inject
    TaskRows tasks;

    @Inject
    RefusedActs refused;

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
     * Publishes the text handed in: advisors can see it once this returns.
     *
     * @param revision number of the text that was read
     * @throws DocumentMissing when no document is registered
     * @throws SourceNotValidated when nobody has said how the source was validated
     * @throws AuthorCannotPublish when the caller wrote any of it
     * @throws TextMovedOn when the text read is not the newest, or another version of the entry was published meanwhile
     */
    public void publish(UpdateId id, int revision) {
        UpdateRow update = rows.locked(id, UpdateState.IN_REVIEW);
        Revision head = rows.head(id);
        try {
            check(update, head, revision);
        } catch (Violation broken) {
            refused.record(id, Act.PUBLISH, broken, staff.username());
            throw broken;
        }
        Instant now = clock.instant();
        step(
                id,
                Act.REVIEW,
                StepKind.END,
                "APPROVED",
                now,
                Map.of("text", head.text().hash()));
        Map<String, UUID> published = update.kind() == UpdateKind.RETIRE
                ? versions.withdraw(update.entry(), now)
                : versions.publish(update, head, staff.username(), now);
        Sql.on(
                        entities,
                        """
                        update knowledge_update set state = 'PUBLISHED', closed_by = :staff, closed_at = :at,
                               entry_id = (select entry_id from knowledge_version where id = :version)
                        where id = :id
                        """)
                .set("id", id.value())
                .set("staff", staff.username())
                .set("at", now)
                .set("version", published.values().iterator().next())
                .update();
        Map<String, String> refs = new TreeMap<>();
        published.forEach((language, version) -> refs.put("version" + language, version.toString()));
        step(id, Act.PUBLISH, StepKind.END, update.kind().name(), now, refs);
        steps.record(id.execution(), Act.NOTIFY, StepKind.END, Basis.MEASURED, Actor.SYSTEM, now, null, null, refs);
        log.write(update.kind() == UpdateKind.RETIRE ? "RETIRED" : "PUBLISHED", id, null);
        tasks.published(id, published, now);
        signals.toAll(DeskSignal.Kind.KNOWLEDGE, null);
    }

    private void check(UpdateRow update, Revision head, int revision) {
        if (!rows.hasDocument(update.id())) {
            throw new DocumentMissing(update.id());
        }
        if (rows.authors(update.id()).contains(staff.username())) {
            throw new AuthorCannotPublish(update.id());
        }
        if (!steps.isDone(update.id().execution(), Act.VALIDATE_SOURCE)) {
            throw new SourceNotValidated(update.id());
        }
        boolean superseded = update.kind() != UpdateKind.NEW
                && !rows.published(update.entry()).equals(update.base());
        if (head.number() != revision || superseded) {
            throw new TextMovedOn(update.id());
        }
    }

    /**
     * Gives the text back to its authors.
     *
     * @param note what is to be mended
     * @throws NoteMissing when the note is blank
     */
    public void sendBack(UpdateId id, String note) {
        rows.locked(id, UpdateState.IN_REVIEW);
        if (note == null || note.isBlank()) {
            throw new NoteMissing();
        }
        Sql.on(entities, "update knowledge_update set state = 'DRAFT', review_note = :note where id = :id")
                .set("id", id.value())
                .set(
                        "note",
                        note.strip().substring(0, Math.min(1000, note.strip().length())))
                .update();
        step(id, Act.REVIEW, StepKind.EXCEPTION, "SENT_BACK", clock.instant(), Map.of());
        log.write("SENT_BACK", id, null);
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }

    private void step(UpdateId id, Act act, StepKind kind, String outcome, Instant at, Map<String, String> refs) {
        steps.record(
                id.execution(), act, kind, Basis.MEASURED, Actor.officer(staff.username()), at, outcome, null, refs);
    }
}
