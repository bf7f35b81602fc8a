package mx.gob.edomex.catgem.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Whether somebody had a part in what is audited, by the ledger and not by what they say. A part is: to have had a leg of
 * the contact, to be its advisor, to stand in its ledger in any role but the auditor's (who coordinated, listened, moved or
 * corrected it, or on whose behalf that was done), or to have written or reviewed a text that was consulted in it. To have
 * looked at a folio as an auditor is no part in it.
 */
@ApplicationScoped
public class Independence {

    /** Of people (u): those who audit now, and not whose time as an auditor is over. */
    static final String WHO_AUDITS =
            """
            from app_user u join user_role r on r.username = u.username
            where may_enter(u) and r.role = 'auditor'
            """;

    private static final String HANDLED =
            """
            (s.advisor = :who
             or exists (select 1 from leg l where l.contact_id = s.id and l.advisor = :who)
             or exists (select 1 from event e where e.contact_id = s.id and e.role is distinct from 'auditor'
                        and (e.staff = :who or e.on_behalf_of = :who)))
            """;
    private static final String CONSULTED =
            """
            select v.id from event e join knowledge_version v on cast(v.id as text) = e.refs ->> 'knowledgeVersion'
            where e.contact_id = s.id and e.kind = 'STEP' and (v.author = :who or v.reviewer = :who)
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Population population;

    /** @throws AuditorUnknown when nobody of that name may audit */
    public Involvement of(String who, Scope scope) {
        requireAuditor(who);
        return population
                .bind(
                        Sql.on(
                                entities,
                                """
                                with s as materialized (%s)
                                select u.username, u.display_name,
                                       (select count(*) from s where %s) as contacts,
                                       (select count(distinct v.id) from s cross join lateral (%s) v) as texts
                                from app_user u where u.username = :who
                                """
                                        .formatted(Population.SCOPE, HANDLED, CONSULTED)),
                        scope)
                .set("who", who)
                .first(row -> new Involvement(
                        row.text("username"), row.text("display_name"), row.number("contacts"), row.number("texts")))
                .orElseThrow(AuditorUnknown::new);
    }

    void requireAuditor(String who) {
        if (!mayAudit(who)) {
            throw new AuditorUnknown();
        }
    }

    boolean mayAudit(String who) {
        return Sql.on(entities, "select 1 " + WHO_AUDITS + " and u.username = :who")
                .set("who", who)
                .exists();
    }

    /**
     * @throws AuditorUnknown when one of them may not audit
     * @throws AuditorNotIndependent for the first who had a part
     */
    void require(AuditPlan plan) {
        Scope scope = new Scope(plan.scope(), plan.from(), plan.to());
        for (String who : plan.team()) {
            Involvement part = of(who, scope);
            if (part.any()) {
                throw new AuditorNotIndependent(part);
            }
        }
    }

    /** Whether they had no part in that one contact. */
    boolean isIndependent(String who, UUID contact) {
        return !Sql.on(
                        entities,
                        "select 1 from contact s where s.id = :id and (" + HANDLED + " or exists (" + CONSULTED + "))")
                .set("id", contact)
                .set("who", who)
                .exists();
    }
}
