package mx.gob.edomex.catgem.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ActRows;
import mx.gob.edomex.catgem.shared.Sql;

/** Findings as they are kept, the numbers they get, and the record of each act: with words here, without in the ledger. */
@ApplicationScoped
public class FindingRows extends ActRows {

    void keep(Finding finding) {
        entities.persist(finding);
        entities.flush();
    }

    /**
     * The finding, held until the transaction ends.
     *
     * @throws FindingUnknown when there is none
     */
    Finding locked(FindingId id) {
        Finding finding = entities.find(Finding.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (finding == null) {
            throw new FindingUnknown();
        }
        entities.refresh(finding);
        return finding;
    }

    /** Weeks from the last action to the check of its effect. */
    int weeks() {
        return Sql.on(
                        entities,
                        "select value from setting where name = 'correction.effect-weeks' and value ~ '^[0-9]{1,2}$'")
                .first(row -> Math.min(52, Math.max(1, Integer.parseInt(row.text("value")))))
                .orElse(4);
    }

    /** An act upon a finding. */
    void record(FindingId finding, String act, String words, Map<String, String> refs) {
        Map<String, String> all = new HashMap<>(refs);
        all.put("finding", finding.toString());
        Instant now = now();
        insert(finding.value(), null, act, words, now);
        enter(act, now, null, all);
    }

    /** An act upon a candidate; that of a contact stands in its folio too. */
    void record(long candidate, UUID contact, FindingId finding, String act, String words) {
        Map<String, String> refs = new HashMap<>(Map.of("candidate", Long.toString(candidate)));
        if (finding != null) {
            refs.put("finding", finding.toString());
        }
        Instant now = now();
        insert(finding == null ? null : finding.value(), candidate, act, words, now);
        if (contact == null) {
            enter(act, now, null, refs);
        } else {
            enterOf(contact, act, now, null, refs);
        }
    }

    private void insert(UUID finding, Long candidate, String act, String words, Instant now) {
        Sql.on(
                        entities,
                        """
                        insert into finding_act (finding_id, candidate_id, act, words, staff, at)
                        values (cast(:finding as uuid), cast(:candidate as bigint), :act, cast(:words as text), :staff, :at)
                        """)
                .set("finding", finding == null ? null : finding.toString())
                .set("candidate", candidate == null ? null : candidate.toString())
                .set("act", act)
                .set("words", words)
                .set("staff", me())
                .set("at", now)
                .update();
    }
}
