package mx.gob.edomex.catgem.correction;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.quality.ExecutionRead;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Puts up for triage what may be a finding: each rule broken in an execution, a complaint about the centre, a dissatisfied
 * survey, a finding of an internal audit. Each is put up once, whatever was decided about it since.
 */
@Stateless
@PermitAll
public class Candidates {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    Clock clock;

    /** In the transaction of the reading: what is found and what waits for triage agree. */
    public void onRead(@Observes ExecutionRead read) {
        Sql.on(
                        entities,
                        """
                        insert into finding_candidate (kind, rule, execution_id, contact_id, procedure_code, step_code, staff,
                                                       occurred_at)
                        select 'DEVIATION', d.code, k.execution_id, k.contact_id, k.procedure_code,
                               case when count(distinct d.step_code) = 1 then min(d.step_code) end,
                               coalesce(k.staff, min(d.staff)), k.counted_at
                        from execution_check k join deviation d on d.execution_id = k.execution_id
                        where k.execution_id = :id group by k.execution_id, d.code
                        on conflict do nothing
                        """)
                .set("id", read.execution())
                .update();
        complaint(read.execution());
    }

    private void complaint(UUID execution) {
        Sql.on(
                        entities,
                        """
                        insert into finding_candidate (kind, execution_id, contact_id, procedure_code, staff, occurred_at)
                        select 'COMPLAINT', k.execution_id, k.contact_id, k.procedure_code, k.staff, k.ended_at
                        from execution_check k join contact c on c.id = k.contact_id
                        left join disposition d on d.code = c.disposition
                        left join topic t on t.code = c.topic
                        where k.execution_id = :id and c.closed_at is not null and (d.about_centre or t.about_centre)
                        on conflict do nothing returning id, contact_id
                        """)
                .set("id", execution)
                .list(row -> Map.entry(row.big("id"), row.uuid("contact_id")))
                .forEach(one -> opened(one.getKey(), one.getValue(), "COMPLAINT"));
    }

    /** Surveys answered since then whose answer to question 1 calls for it, by the rule of their own version. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void gatherSurveys(Instant since) {
        Sql.on(
                        entities,
                        """
                        insert into finding_candidate (kind, execution_id, contact_id, procedure_code, staff, occurred_at)
                        select 'SURVEY', i.contact_id, i.contact_id, v.procedure_code, i.advisor, i.answered_at
                        from survey_invitation i
                        join survey_version s on s.number = i.version
                        join survey_answer a on a.contact_id = i.contact_id and a.question = 1
                        join execution e on e.id = i.contact_id
                        join procedure_version v on v.id = e.procedure_version_id
                        where i.answered_at >= :since and cast(substring(a.code from 2) as int) <= s.alert_up_to
                        on conflict do nothing returning id, contact_id
                        """)
                .set("since", since)
                .list(row -> Map.entry(row.big("id"), row.uuid("contact_id")))
                .forEach(one -> opened(one.getKey(), one.getValue(), "SURVEY"));
    }

    /** Each finding is one, in the transaction of the audit's report. */
    public void ofAudit(AuditedContact found) {
        Sql.on(
                        entities,
                        """
                        insert into finding_candidate (kind, execution_id, contact_id, procedure_code, step_code, staff,
                                                       occurred_at, mark_id)
                        values ('AUDIT', :contact, :contact, :procedure, cast(:step as text), cast(:staff as text), :at, :mark)
                        on conflict do nothing returning id, contact_id
                        """)
                .set("contact", found.contact())
                .set("procedure", found.procedure())
                .set("step", found.step())
                .set("staff", found.staff())
                .set("at", found.at())
                .set("mark", found.mark())
                .list(row -> Map.entry(row.big("id"), row.uuid("contact_id")))
                .forEach(one -> opened(one.getKey(), one.getValue(), "AUDIT"));
    }

    private void opened(long candidate, UUID contact, String kind) {
        ledger.fact(
                new ContactId(contact),
                "CANDIDATE_OPENED",
                Actor.SYSTEM,
                clock.instant(),
                kind,
                Map.of("candidate", Long.toString(candidate)));
    }
}
