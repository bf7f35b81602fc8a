package mx.gob.edomex.catgem.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Sql;

/** The lines of the work log (bitácora de trabajo) that write themselves, in the transaction of the act they tell of. */
@ApplicationScoped
public class WorkLog {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    StepRecorder steps;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** A line about an update; once its execution has begun the line is step 02 as well. */
    void write(String act, UpdateId update, String detail) {
        Instant now = clock.instant();
        long line = insert(act, update, null, detail, now);
        steps.record(
                update.execution(),
                Act.WORK_LOG,
                StepKind.END,
                Basis.MEASURED,
                Actor.officer(staff.username()),
                now,
                act,
                null,
                Map.of("line", Long.toString(line)));
    }

    /** A line about an entry without an update (its review date), or about a task when the code is null. */
    void write(String act, String entryCode, String detail) {
        insert(act, null, entryCode, detail, clock.instant());
    }

    private long insert(String act, UpdateId update, String entryCode, String detail, Instant now) {
        return Sql.on(
                        entities,
                        """
                        insert into work_log (kind, act, staff, at, update_id, entry_code, detail)
                        values ('AUTOMATIC', :act, :staff, :at, cast(:update as uuid),
                                coalesce(:code, (select e.code from knowledge_update u join knowledge_entry e on e.id = u.entry_id
                                                 where u.id = cast(:update as uuid))), :detail)
                        returning id
                        """)
                .set("act", act)
                .set("staff", staff.username())
                .set("at", now)
                .set("update", update == null ? null : update.toString())
                .set("code", entryCode)
                .set("detail", detail)
                .first(row -> row.big("id"))
                .orElseThrow();
    }
}
