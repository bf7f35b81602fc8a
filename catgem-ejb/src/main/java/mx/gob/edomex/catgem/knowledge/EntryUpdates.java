package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Drafting: an update is opened, edited by one officer or several, and handed in for review. Every save is kept. A save
 * that began from an older text is joined with what was saved meanwhile; where that cannot be done the text is kept
 * aside until its author has decided.
 */
@Stateless
@RolesAllowed(Roles.INFORMATION)
public class EntryUpdates {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    UpdateRows rows;

    @Inject
    StepRecorder steps;

    @Inject
    WorkLog log;

    @Inject
    CurrentStaff staff;

    @Inject
    Installation installation;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * What became of a save.
     *
     * @param revision number of the newest text
     * @param taken fields in which somebody else's change came in
     * @param conflicts fields in which both changed the same; the caller's whole text is kept aside
     */
    public record Saved(int revision, Set<EntryField> taken, Set<EntryField> conflicts) {

        public boolean asTyped() {
            return taken.isEmpty() && conflicts.isEmpty();
        }
    }

    /** How the source of a document was validated. */
    public enum Validation {
        OFFICIAL_GAZETTE,
        AGENCY_LETTER,
        AGENCY_SITE,
        AGENCY_CALL
    }

    /** Begins a new entry. */
    public UpdateId open() {
        return open(UpdateKind.NEW, null, EntryText.EMPTY);
    }

    /**
     * Begins a change or the retirement of an entry. A draft of the same kind that is open already is joined: two
     * officers at one entry see each other's work.
     *
     * @throws EntryUnknown when there is no such entry in force
     */
    public UpdateId open(String entryCode, UpdateKind kind) {
        UUID entry = Sql.on(
                        entities, "select id from knowledge_entry where code = :code and retired_at is null for update")
                .set("code", entryCode)
                .first(row -> row.uuid("id"))
                .orElseThrow(() -> new EntryUnknown(entryCode));
        return Sql.on(
                        entities,
                        """
                        select id from knowledge_update
                        where entry_id = :entry and kind = :kind and state in ('DRAFT', 'IN_REVIEW')
                        order by opened_at limit 1
                        """)
                .set("entry", entry)
                .set("kind", kind)
                .first(row -> new UpdateId(row.uuid("id")))
                .orElseGet(() -> open(kind, entry, rows.published(entry)));
    }

    private UpdateId open(UpdateKind kind, UUID entry, EntryText base) {
        UpdateId id = UpdateId.random();
        Instant now = clock.instant();
        Sql.on(
                        entities,
                        """
                        insert into knowledge_update (id, kind, entry_id, opened_by, opened_at, base)
                        values (:id, :kind, cast(:entry as uuid), :staff, :at, cast(:base as jsonb))
                        """)
                .set("id", id.value())
                .set("kind", kind)
                .set("entry", entry == null ? null : entry.toString())
                .set("staff", staff.username())
                .set("at", now)
                .set("base", base.json())
                .update();
        rows.append(id, 0, staff.username(), now, base, false);
        log.write("OPENED_" + kind, id, null);
        changed();
        return id;
    }

    /**
     * Saves the text typed.
     *
     * @param basedOn number of the text it was typed over
     * @throws UpdateNotInState when it is not a draft any more
     */
    public Saved save(UpdateId id, int basedOn, EntryText typed) {
        UpdateRow update = rows.locked(id, UpdateState.DRAFT);
        Instant now = clock.instant();
        Revision head = upToDate(update, now);
        EntryText base = rows.revision(id, basedOn).orElse(head).text();
        ThreeWayMerge merge = ThreeWayMerge.of(base, head.text(), typed);
        int number = head.number();
        if (!merge.text().equals(head.text())) {
            number++;
            rows.append(
                    id,
                    number,
                    staff.username(),
                    now,
                    merge.text(),
                    !merge.taken().isEmpty());
        }
        if (!merge.conflicts().isEmpty()) {
            rows.setAside(id, staff.username(), base, typed, now);
        }
        if (number > head.number()) {
            changed();
        }
        return new Saved(number, merge.taken(), merge.conflicts());
    }

    /** The caller has decided what to keep of the text aside; it goes. */
    public void settle(UpdateId id) {
        rows.locked(id, UpdateState.DRAFT, UpdateState.IN_REVIEW);
        Sql.on(entities, "delete from knowledge_aside where update_id = :id and staff = :staff")
                .set("id", id.value())
                .set("staff", staff.username())
                .update();
    }

    /**
     * Step 03, declared by whoever asked the source.
     *
     * @throws DocumentMissing when there is nothing to validate
     */
    public void validateSource(UpdateId id, Validation how) {
        rows.locked(id, UpdateState.DRAFT, UpdateState.IN_REVIEW);
        if (!rows.hasDocument(id)) {
            throw new DocumentMissing(id);
        }
        step(id, Act.VALIDATE_SOURCE, Basis.DECLARED, how.name(), Map.of());
        log.write("SOURCE_VALIDATED", id, how.name());
        changed();
    }

    /**
     * Hands the text in for review (step 04).
     *
     * @throws DocumentMissing when no document is registered
     * @throws ConflictOpen when a text still waits aside
     * @throws NothingChanged when the text is the one in force
     * @throws TextIncomplete when a field is missing that every entry needs
     * @throws ReviewDayPast when the update brings a next review that is not to come
     * @throws ValidityImpossible when the text would hold on no day
     */
    public void submit(UpdateId id) {
        UpdateRow update = rows.locked(id, UpdateState.DRAFT);
        if (!rows.hasDocument(id)) {
            throw new DocumentMissing(id);
        }
        Revision head = upToDate(update, clock.instant());
        boolean aside = Sql.on(entities, "select 1 from knowledge_aside where update_id = :id limit 1")
                .set("id", id.value())
                .exists();
        if (aside) {
            throw new ConflictOpen(id);
        }
        if (update.kind() != UpdateKind.RETIRE) {
            Completeness.check(
                    update,
                    head.text(),
                    LocalDay.of(clock.instant(), installation.timeZone()).date());
        }
        Sql.on(entities, "update knowledge_update set state = 'IN_REVIEW', submitted_by = :staff where id = :id")
                .set("id", id.value())
                .set("staff", staff.username())
                .update();
        step(id, Act.CAPTURE, Basis.MEASURED, null, Map.of("text", head.text().hash()));
        log.write("SUBMITTED", id, null);
        changed();
    }

    /** Gives the update up; what was written stays readable. */
    public void abandon(UpdateId id) {
        rows.locked(id, UpdateState.DRAFT, UpdateState.IN_REVIEW);
        Sql.on(
                        entities,
                        """
                        update knowledge_update set state = 'ABANDONED', closed_by = :staff, closed_at = :at where id = :id
                        """)
                .set("id", id.value())
                .set("staff", staff.username())
                .set("at", clock.instant())
                .update();
        log.write("ABANDONED", id, null);
        changed();
    }

    /** When another version of the entry was published since the draft began, its change is brought into the draft. */
    private Revision upToDate(UpdateRow update, Instant now) {
        Revision head = rows.head(update.id());
        if (update.kind() == UpdateKind.NEW) {
            return head;
        }
        EntryText published = rows.published(update.entry());
        if (published.equals(update.base())) {
            return head;
        }
        ThreeWayMerge merge = ThreeWayMerge.of(update.base(), published, head.text());
        if (!merge.conflicts().isEmpty()) {
            rows.setAside(update.id(), head.staff(), update.base(), head.text(), now);
        }
        Sql.on(entities, "update knowledge_update set base = cast(:base as jsonb) where id = :id")
                .set("id", update.id().value())
                .set("base", published.json())
                .update();
        if (merge.text().equals(head.text())) {
            return head;
        }
        rows.append(update.id(), head.number() + 1, head.staff(), now, merge.text(), true);
        return rows.head(update.id());
    }

    private void step(UpdateId id, Act act, Basis basis, String outcome, Map<String, String> refs) {
        steps.record(
                id.execution(),
                act,
                StepKind.END,
                basis,
                Actor.officer(staff.username()),
                clock.instant(),
                outcome,
                null,
                refs);
    }

    private void changed() {
        signals.toAll(DeskSignal.Kind.KNOWLEDGE_WORK, null);
    }
}
