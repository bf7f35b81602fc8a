package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Sql;

/** Keeps what a reading found, and raises the alarm with the first place. */
@Stateless
@PermitAll
public class LogReadings {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Alerts alerts;

    public void keep(LogReading.Found found, Instant began, Instant ended) {
        String first = found.findings().isEmpty() ? null : found.findings().get(0);
        Sql.on(
                        entities,
                        """
                        insert into log_reading (began_at, ended_at, size, findings, first)
                        values (:began, :ended, :size, :findings, :first)
                        """)
                .set("began", began)
                .set("ended", ended)
                .set("size", found.size())
                .set("findings", found.findings().size())
                .set("first", first)
                .update();
        if (first == null) {
            alerts.end(LogKeeper.ALERT, null);
        } else {
            alerts.raise(LogKeeper.ALERT, Alerts.Severity.CRITICAL, null, null, first);
        }
    }
}
