package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;

/** What the recounts from the raw events found, and another one on demand. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
public class Recounts {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Recount recount;

    @Inject
    Installation installation;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** A day recounted; no differences is as it must be. */
    public record Day(LocalDate day, int figures, List<Recount.Difference> differences, Instant countedAt) {}

    /** The newest days. */
    public List<Day> latest() {
        return Sql.on(
                        entities,
                        """
                        select cast(day as text) as day, figures, cast(detail as text) as detail, counted_at
                        from recount order by recount.day desc limit 40
                        """)
                .list(row -> new Day(
                        LocalDate.parse(row.text("day")),
                        row.number("figures"),
                        differences(row.text("detail")),
                        row.instant("counted_at")));
    }

    /**
     * Counts a local day anew and puts who asked on record.
     *
     * @throws RuleNotSound when the day is still to come
     */
    public List<Recount.Difference> again(LocalDate day) {
        LocalDay local = new LocalDay(day, installation.timeZone());
        if (local.start().isAfter(clock.instant())) {
            throw new RuleNotSound();
        }
        List<Recount.Difference> found = recount.recount(local);
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.AUDITOR;
        ledger.system(
                "RECOUNTED",
                new Actor(staff.username(), role, Source.SCREEN),
                clock.instant(),
                null,
                Map.of("day", day.toString(), "differences", Integer.toString(found.size())));
        return found;
    }

    private static List<Recount.Difference> differences(String detail) {
        if (detail == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(detail))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(one -> new Recount.Difference(
                            Measure.valueOf(one.getString("measure")),
                            one.getString("shown"),
                            one.getString("recounted")))
                    .toList();
        }
    }
}
