package mx.gob.edomex.catgem.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ActRows;
import mx.gob.edomex.catgem.shared.Sql;

/** Audits as they are kept, and the record of each act: with words here, without in the ledger. */
@ApplicationScoped
public class AuditRows extends ActRows {

    void keep(Audit audit) {
        entities.persist(audit);
        entities.flush();
    }

    /**
     * The audit, held until the transaction ends.
     *
     * @throws AuditUnknown when there is none
     */
    Audit locked(AuditId id) {
        Audit audit = entities.find(Audit.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (audit == null) {
            throw new AuditUnknown();
        }
        entities.refresh(audit);
        return audit;
    }

    /** An act upon an audit. */
    void record(AuditId audit, String act, String words, Map<String, String> refs) {
        Instant now = now();
        insert(audit, act, words, now);
        enter(act, now, null, with(audit, refs));
    }

    /** An act upon one of its folios stands in that folio too, and not in the history of the audit. */
    void recordOf(AuditId audit, UUID contact, String act, String reason, Map<String, String> refs) {
        enterOf(contact, act, now(), reason, with(audit, refs));
    }

    private static Map<String, String> with(AuditId audit, Map<String, String> refs) {
        Map<String, String> all = new HashMap<>(refs);
        all.put("audit", audit.toString());
        return all;
    }

    private void insert(AuditId audit, String act, String words, Instant now) {
        Sql.on(
                        entities,
                        """
                        insert into audit_act (audit_id, act, words, staff, at)
                        values (:audit, :act, cast(:words as text), :staff, :at)
                        """)
                .set("audit", audit.value())
                .set("act", act)
                .set("words", words)
                .set("staff", me())
                .set("at", now)
                .update();
    }
}
