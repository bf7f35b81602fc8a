package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Mails in somebody's hands that have used most of their waiting target without an answer: accepting is not answering
 * (ROUTING, "Measures and their formulas"). Told once a contact, and over with the first answer.
 */
@Stateless
@PermitAll
public class DueMails {

    static final String ALERT = "MAIL_ANSWER_DUE";
    /** Of the target, by the contact's age without what was paused. */
    private static final double PART = 0.9;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    public void tell() {
        Sql.on(
                        entities,
                        """
                        select c.id, c.advisor from contact c
                        join wait_target w on w.channel = c.channel and w.priority = c.priority
                        where c.channel = 'EMAIL' and c.state in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN')
                          and c.closed_at is null and c.interrupted_since is null
                          and extract(epoch from cast(:now as timestamptz) - c.first_queued_at) - c.paused_seconds
                              >= :part * w.seconds
                          and not exists (select 1 from event e where e.contact_id = c.id and e.code = 'ANSWERED')
                          and not exists (select 1 from alert a where a.kind = :kind and a.contact_id = c.id)
                        """)
                .set("now", clock.instant())
                .set("part", PART)
                .set("kind", ALERT)
                .list(row -> Map.entry(row.contact("id"), row.text("advisor")))
                .forEach(mail -> alerts.raise(
                        ALERT,
                        Alerts.Severity.WARNING,
                        mail.getKey(),
                        mail.getValue(),
                        mail.getKey().toString()));
    }

    /** Ends the alerts of those that were answered, handed back or closed. */
    public void settle() {
        Sql.on(
                        entities,
                        """
                        select a.detail from alert a join contact c on c.id = a.contact_id
                        where a.kind = :kind and a.ended_at is null
                          and (c.closed_at is not null or c.advisor is distinct from a.staff
                            or c.state not in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN')
                            or exists (select 1 from event e where e.contact_id = c.id and e.code = 'ANSWERED'))
                        """)
                .set("kind", ALERT)
                .list(row -> row.text("detail"))
                .forEach(detail -> alerts.end(ALERT, detail));
    }
}
