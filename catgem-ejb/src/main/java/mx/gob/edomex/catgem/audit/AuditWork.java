package mx.gob.edomex.catgem.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.AuditedContact;
import mx.gob.edomex.catgem.correction.Candidates;
import mx.gob.edomex.catgem.correction.Words;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** What auditors say of the folios of a sample, and what becomes of it: the report, the findings, the end. */
@Stateless
@RolesAllowed(Roles.AUDITOR)
public class AuditWork {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AuditRows rows;

    @Inject
    Independence independence;

    @Inject
    Candidates candidates;

    private record Item(UUID id, AuditId audit, UUID contact, String auditor) {}

    /**
     * What the auditor of the folio says of it, as often as there is something to say. To conform is said once and of
     * nothing else; it is taken back by whatever is said after it.
     *
     * @param step code of the step it is about; null or empty: the contact as a whole
     * @param note without personal data; needed unless it conforms
     * @throws FolioNotYoursToAudit when it is somebody else's
     * @throws NobodyAuditsTheirOwn when the caller had a part in the contact
     * @throws FolioMarkedAlready when it conforms, and something was said before
     */
    public void mark(UUID item, Verdict verdict, String step, String note) {
        Item one = own(item);
        if (!independence.isIndependent(rows.me(), one.contact())) {
            throw new NobodyAuditsTheirOwn();
        }
        String words = verdict == Verdict.CONFORMS && (note == null || note.isBlank()) ? null : Words.needed(note);
        String code = verdict == Verdict.CONFORMS || step == null || step.isBlank() ? null : known(one, step);
        List<UUID> conforms = marks(one, "CONFORMS");
        if (verdict == Verdict.CONFORMS && !marks(one, null).isEmpty()) {
            throw new FolioMarkedAlready();
        }
        conforms.forEach(mark -> takeBack(one, mark));
        UUID id = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into audit_mark (id, item_id, verdict, step_code, note, marked_by, marked_at)
                        values (:id, :item, :verdict, cast(:step as text), cast(:note as text), :me, :now)
                        """)
                .set("id", id)
                .set("item", item)
                .set("verdict", verdict)
                .set("step", code)
                .set("note", words)
                .set("me", rows.me())
                .set("now", rows.now())
                .update();
        Map<String, String> refs = new HashMap<>(Map.of("mark", id.toString()));
        if (code != null) {
            refs.put("step", code);
        }
        rows.recordOf(one.audit(), one.contact(), "AUDIT_FOLIO_MARKED", verdict.name(), refs);
    }

    /**
     * It stays on record as taken back.
     *
     * @throws NoMarkToTakeBack when it was taken back before, or is none
     */
    public void takeBack(UUID item, UUID mark) {
        Item one = own(item);
        if (!marks(one, null).contains(mark)) {
            throw new NoMarkToTakeBack();
        }
        takeBack(one, mark);
    }

    private void takeBack(Item one, UUID mark) {
        Sql.on(entities, "update audit_mark set taken_back_at = :now where id = :mark")
                .set("now", rows.now())
                .set("mark", mark)
                .update();
        rows.recordOf(one.audit(), one.contact(), "AUDIT_MARK_TAKEN_BACK", null, Map.of("mark", mark.toString()));
    }

    /** Of a running audit, and the caller's; the audit is held, so that no report overtakes it. */
    private Item own(UUID id) {
        Item one = item(id);
        rows.locked(one.audit()).require(AuditState.RUNNING);
        if (!item(id).auditor().equals(rows.me())) {
            throw new FolioNotYoursToAudit();
        }
        return one;
    }

    private Item item(UUID id) {
        return Sql.on(entities, "select id, audit_id, contact_id, auditor from audit_item where id = :id")
                .set("id", id)
                .first(row -> new Item(
                        row.uuid("id"), new AuditId(row.uuid("audit_id")), row.uuid("contact_id"), row.text("auditor")))
                .orElseThrow(AuditUnknown::new);
    }

    private List<UUID> marks(Item item, String verdict) {
        return Sql.on(
                        entities,
                        """
                        select id from audit_mark where item_id = :item and taken_back_at is null
                          and (cast(:verdict as text) is null or verdict = :verdict)
                        """)
                .set("item", item.id())
                .set("verdict", verdict)
                .list(row -> row.uuid("id"));
    }

    private String known(Item item, String step) {
        return Sql.on(
                        entities,
                        """
                        select s.code from execution x join procedure_step s on s.version_id = x.procedure_version_id
                        where x.id = :contact and s.code = :step
                        """)
                .set("contact", item.contact())
                .set("step", step.strip())
                .first(row -> row.text("code"))
                .orElseThrow(AuditStepUnknown::new);
    }

    /**
     * Gives a folio that nothing was said of to another of those who audit.
     *
     * @throws AuditorUnknown when they do not audit here
     * @throws NobodyAuditsTheirOwn when they had a part in the contact
     */
    public void assign(UUID item, String auditor) {
        Item one = item(item);
        Audit audit = rows.locked(one.audit());
        audit.requireLead(rows.me());
        audit.require(AuditState.RUNNING);
        if (!audit.auditors().contains(auditor) || !independence.mayAudit(auditor)) {
            throw new AuditorUnknown();
        }
        if (!independence.isIndependent(auditor, one.contact())) {
            throw new NobodyAuditsTheirOwn();
        }
        if (!marks(one, null).isEmpty()) {
            throw new FolioMarkedAlready();
        }
        Sql.on(entities, "update audit_item set auditor = :auditor where id = :item")
                .set("auditor", auditor)
                .set("item", item)
                .update();
        rows.recordOf(one.audit(), one.contact(), "AUDIT_FOLIO_ASSIGNED", null, Map.of("auditor", auditor));
    }

    /**
     * The findings go to triage, and what was said of the folios stays as it is.
     *
     * @param conclusion of the lead
     * @throws AuditSampleNotDrawn when there is nothing to report about
     * @throws FoliosNotExamined when nothing was said of some folio
     */
    public void report(AuditId id, String conclusion) {
        Audit audit = rows.locked(id);
        audit.requireLead(rows.me());
        audit.report(conclusion, rows.now());
        if (open(id) != 0) {
            throw open(id) < 0 ? new AuditSampleNotDrawn() : new FoliosNotExamined();
        }
        List<AuditedContact> found = findings(id);
        found.forEach(candidates::ofAudit);
        rows.record(id, "AUDIT_REPORTED", audit.conclusion(), Map.of("findings", Integer.toString(found.size())));
    }

    /** Folios of which nothing was said; -1 when nothing is drawn. */
    private int open(AuditId id) {
        return Sql.on(
                        entities,
                        """
                        select case when count(*) = 0 then -1 else count(*) filter (where not exists (
                          select 1 from audit_mark m where m.item_id = i.id and m.taken_back_at is null)) end as n
                        from audit_item i where i.audit_id = :id
                        """)
                .set("id", id.value())
                .first(row -> row.number("n"))
                .orElse(-1);
    }

    private List<AuditedContact> findings(AuditId id) {
        return Sql.on(
                        entities,
                        """
                        select m.id, i.contact_id, p.procedure_code, m.step_code, c.advisor, c.closed_at
                        from audit_item i join audit_mark m on m.item_id = i.id join contact c on c.id = i.contact_id
                        join execution x on x.id = c.id join procedure_version p on p.id = x.procedure_version_id
                        where i.audit_id = :id and m.verdict = 'FINDING' and m.taken_back_at is null
                        order by i.ordinal, m.marked_at, m.id
                        """)
                .set("id", id.value())
                .list(row -> new AuditedContact(
                        row.uuid("id"),
                        new ContactId(row.uuid("contact_id")),
                        row.text("procedure_code"),
                        row.text("step_code"),
                        row.text("advisor"),
                        row.instant("closed_at")));
    }

    /**
     * What is done about its findings goes on in their own cases.
     *
     * @throws AuditFindingsUndecided when one of them waits for triage
     */
    public void close(AuditId id) {
        Audit audit = rows.locked(id);
        audit.requireLead(rows.me());
        audit.close(rows.now());
        boolean waiting = Sql.on(
                        entities,
                        """
                        select 1 from finding_candidate f join audit_mark m on m.id = f.mark_id
                        join audit_item i on i.id = m.item_id where i.audit_id = :id and f.state = 'OPEN'
                        """)
                .set("id", id.value())
                .exists();
        if (waiting) {
            throw new AuditFindingsUndecided();
        }
        rows.record(id, "AUDIT_CLOSED", null, Map.of());
    }
}
