package mx.gob.edomex.catgem.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Draws the sample of an audit in two transactions: what it will be drawn from is committed first, and then it follows.
 * Nobody chooses a seed, and there is one for each audit; who does not like it can only cancel the audit, which is seen.
 */
@Stateless
@RolesAllowed(Roles.AUDITOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditSampling {

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AuditRows rows;

    @Inject
    Population population;

    @Inject
    Independence independence;

    private record Recorded(String algorithm, String hash, String seed, int size) {}

    /**
     * Begins the audit: population, its hash, seed and size go on record, and nothing is drawn.
     *
     * @throws AuditPeriodNotOver while the population may grow
     * @throws AuditPopulationEmpty when nothing in scope was attended
     * @throws SampleSizeInvalid when the size is none
     */
    public void record(AuditId id, SamplePlan plan) {
        Audit audit = rows.locked(id);
        audit.requireLead(rows.me());
        audit.begin(rows.now(), rows.today());
        List<String> folios = List.copyOf(population.of(audit.scope()).keySet());
        if (folios.isEmpty()) {
            throw new AuditPopulationEmpty();
        }
        int size = plan.size(folios.size());
        String hash = SampleDraw.hash(folios);
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        String hex = HexFormat.of().formatHex(seed);
        Sql.on(
                        entities,
                        """
                        insert into audit_sample (audit_id, algorithm, population, population_hash, seed, size, basis, share,
                                                  grounds, recorded_by, recorded_at)
                        values (:id, :algorithm, :population, :hash, :seed, :size, :basis, cast(:share as int),
                                cast(:grounds as text), :me, :now)
                        """)
                .set("id", id.value())
                .set("algorithm", SampleDraw.ALGORITHM)
                .set("population", folios.size())
                .set("hash", hash)
                .set("seed", hex)
                .set("size", size)
                .set("basis", plan.basis())
                .set("share", plan.share() == null ? null : plan.share().toString())
                .set("grounds", plan.words())
                .set("me", rows.me())
                .set("now", rows.now())
                .update();
        rows.record(
                id,
                "AUDIT_SAMPLE_RECORDED",
                plan.words(),
                Map.of(
                        "algorithm",
                        SampleDraw.ALGORITHM,
                        "population",
                        Integer.toString(folios.size()),
                        "hash",
                        hash,
                        "seed",
                        hex,
                        "size",
                        Integer.toString(size),
                        "basis",
                        plan.basis().name()));
    }

    /**
     * The folios by the record, each for one of those who audit and had no part in it, in turn.
     *
     * @throws AuditNotInState when it is not on record yet, or drawn already
     * @throws AuditPopulationChanged when the contacts in scope are not those on record
     * @throws FolioWithoutIndependentAuditor when everybody had a part in one of the folios
     */
    public void draw(AuditId id) {
        Audit audit = rows.locked(id);
        audit.requireLead(rows.me());
        audit.require(AuditState.RUNNING);
        Recorded recorded = recorded(id);
        Map<String, UUID> folios = population.of(audit.scope());
        if (!SampleDraw.hash(folios.keySet()).equals(recorded.hash())) {
            throw new AuditPopulationChanged();
        }
        List<String> team =
                audit.auditors().stream().filter(independence::mayAudit).toList();
        int ordinal = 0;
        int passedOn = 0;
        for (String folio : SampleDraw.draw(folios.keySet(), recorded.seed(), recorded.size())) {
            UUID contact = folios.get(folio);
            String auditor = auditor(team, ordinal, contact);
            passedOn += auditor.equals(team.get(ordinal % team.size())) ? 0 : 1;
            ordinal++;
            insert(id, ordinal, contact, auditor);
        }
        rows.record(
                id,
                "AUDIT_SAMPLE_DRAWN",
                Integer.toString(ordinal),
                Map.of("folios", Integer.toString(ordinal), "passedOn", Integer.toString(passedOn)));
    }

    private Recorded recorded(AuditId id) {
        return Sql.on(
                        entities,
                        """
                        select s.algorithm, s.population_hash, s.seed, s.size from audit_sample s where s.audit_id = :id
                          and not exists (select 1 from audit_item i where i.audit_id = s.audit_id)
                        """)
                .set("id", id.value())
                .first(row -> new Recorded(
                        row.text("algorithm"), row.text("population_hash"), row.text("seed"), row.number("size")))
                .filter(one -> one.algorithm().equals(SampleDraw.ALGORITHM))
                .orElseThrow(AuditNotInState::new);
    }

    /** Whose turn it is, or the next one who had no part. */
    private String auditor(List<String> team, int turn, UUID contact) {
        for (int i = 0; i < team.size(); i++) {
            String who = team.get((turn + i) % team.size());
            if (independence.isIndependent(who, contact)) {
                return who;
            }
        }
        throw new FolioWithoutIndependentAuditor();
    }

    private void insert(AuditId id, int ordinal, UUID contact, String auditor) {
        Sql.on(
                        entities,
                        """
                        insert into audit_item (id, audit_id, ordinal, contact_id, auditor)
                        values (:item, :id, :ordinal, :contact, :auditor)
                        """)
                .set("item", UUID.randomUUID())
                .set("id", id.value())
                .set("ordinal", ordinal)
                .set("contact", contact)
                .set("auditor", auditor)
                .update();
        rows.recordOf(id, contact, "AUDIT_FOLIO_DRAWN", null, Map.of("auditor", auditor));
    }
}
