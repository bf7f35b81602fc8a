package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** The legs of a day against their recordings; by the contacts' own legs, not by what the telephone remembers of them. */
@Stateless
@PermitAll
public class RecordingDays {

    private static final String LEGS =
            """
            from leg l join contact k on k.id = l.contact_id left join phone_call c on c.contact_id = l.contact_id
            where k.channel = 'PHONE' and l.connected_at >= :start and l.connected_at < :end
            """;

    private static final String UNKNOWN =
            " and not exists (select 1 from call_recording r where r.contact_id = l.contact_id and r.leg = l.number)";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    /** Looks through a day once; a leg with neither recording nor reason is an alert of that day. */
    public void check(LocalDay day) {
        boolean first = Sql.on(
                                entities,
                                """
                                insert into recording_check (day, legs, missing, checked_at)
                                values (cast(:day as date), 0, 0, :now) on conflict do nothing
                                """)
                        .set("day", day.date().toString())
                        .set("now", clock.instant())
                        .update()
                > 0;
        if (!first) {
            return;
        }
        onOtherTelephones(day);
        int legs = count(day, "");
        int missing = count(
                day,
                """
                 and not exists (select 1 from call_recording r where r.contact_id = l.contact_id and r.leg = l.number
                   and (r.reason is not null or r.stored_at is not null))
                """);
        Sql.on(entities, "update recording_check set legs = :legs, missing = :missing where day = cast(:day as date)")
                .set("day", day.date().toString())
                .set("legs", legs)
                .set("missing", missing)
                .update();
        if (missing > 0) {
            String detail = day.date().toString();
            alerts.raise("RECORDINGS_INCOMPLETE", Alerts.Severity.WARNING, null, null, detail);
        }
    }

    /** Who phones back, or has no exchange, dials on a telephone of their own. */
    private void onOtherTelephones(LocalDay day) {
        of(
                        day,
                        """
                        insert into call_recording (contact_id, subject_id, leg, advisor, reason)
                        select l.contact_id, k.subject_id, l.number, l.advisor, 'OUTSIDE_EXCHANGE'
                        """
                                + LEGS + UNKNOWN
                                + " and (c.contact_id is null or c.ended_at <= l.connected_at)")
                .update();
    }

    private int count(LocalDay day, String which) {
        return of(day, "select cast(count(*) as int) as n " + LEGS + which)
                .first(row -> row.number("n"))
                .orElse(0);
    }

    private Sql of(LocalDay day, String text) {
        return Sql.on(entities, text).set("start", day.start()).set("end", day.end());
    }
}
