package mx.gob.edomex.catgem.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Records trainings and what is demanded. Nothing is changed or taken away: a correction is a record of its own that
 * points at the one it replaces, with a reason.
 */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
public class TrainingRegister {

    private static final int YEARS = 2;
    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    TrainingRows rows;

    private record Kept(long id, UUID version, String person) {}

    /**
     * By the pass mark and the validity that the version demands now.
     *
     * @throws TrainingVersionUnknown when the version never was in force
     * @throws NobodyTrained without a score; {@link ScoreInvalid} with one out of range
     * @throws NobodyRecordsTheirOwnTraining when the caller is among them
     */
    public void record(TrainingSession session) {
        String trainer = words(session.trainer());
        check(session.heldOn());
        if (session.scores().isEmpty()) {
            throw new NobodyTrained();
        }
        TrainingDemand demand = demandOf(session.version());
        new TreeMap<>(session.scores()).forEach((person, score) -> {
            requireTrainee(person);
            insert(session.version(), person, session.heldOn(), trainer, score, demand, null, null);
        });
    }

    /**
     * What was held otherwise than recorded, by the pass mark that counts now.
     *
     * @throws TrainingCorrectedAlready when there is a later record of it
     */
    public void correct(long record, LocalDate heldOn, String trainer, int score, String grounds) {
        Kept kept = standing(record);
        check(heldOn);
        insert(
                kept.version(),
                kept.person(),
                heldOn,
                words(trainer),
                score,
                demandOf(kept.version()),
                record,
                words(grounds));
    }

    /** What was not held at all, or by somebody else: nothing takes its place. */
    public void annul(long record, String grounds) {
        Kept kept = standing(record);
        insert(kept.version(), kept.person(), null, null, null, null, record, words(grounds));
    }

    /**
     * Sets what a version demands from now on; evaluations that stand keep what they were judged by.
     *
     * @throws TrainingDemandInvalid when a number is out of range
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public void demand(UUID version, TrainingDemand demand) {
        demand.check();
        String name = rows.held(version).orElseThrow(TrainingVersionUnknown::new);
        Sql.on(
                        entities,
                        """
                        insert into training_demand (version_id, demanded_from, pass_mark, valid_months, set_by, set_at)
                        values (:version, cast(:day as date), :mark, cast(:months as int), :me, :now)
                        """)
                .set("version", version)
                .set("day", text(demand.from()))
                .set("mark", demand.passMark())
                .set("months", text(demand.validMonths()))
                .set("me", rows.me())
                .set("now", rows.now())
                .update();
        Map<String, String> refs = new HashMap<>(Map.of("version", name, "passMark", "" + demand.passMark()));
        if (demand.from() != null) {
            refs.put("from", demand.from().toString());
        }
        if (demand.validMonths() != null) {
            refs.put("months", demand.validMonths().toString());
        }
        rows.record("TRAINING_DEMANDED", null, refs);
    }

    private void insert(
            UUID version,
            String person,
            LocalDate heldOn,
            String trainer,
            Integer score,
            TrainingDemand demand,
            Long corrects,
            String grounds) {
        if (person.equals(rows.me())) {
            throw new NobodyRecordsTheirOwnTraining();
        }
        if (score != null && (score < 0 || score > 100)) {
            throw new ScoreInvalid();
        }
        LocalDate until = score == null || score < demand.passMark() ? null : demand.validUntil(heldOn);
        long id = Sql.on(
                        entities,
                        """
                        insert into training_record (version_id, person, held_on, trainer, score, pass_mark, valid_until,
                                                     corrects, grounds, recorded_by, recorded_at)
                        values (:version, :person, cast(:held as date), cast(:trainer as text), cast(:score as int),
                                cast(:mark as int), cast(:until as date), cast(:corrects as bigint),
                                cast(:grounds as text), :me, :now) returning id
                        """)
                .set("version", version)
                .set("person", person)
                .set("held", text(heldOn))
                .set("trainer", trainer)
                .set("score", text(score))
                .set("mark", score == null ? null : text(demand.passMark()))
                .set("until", text(until))
                .set("corrects", text(corrects))
                .set("grounds", grounds)
                .set("me", rows.me())
                .set("now", rows.now())
                .first(row -> row.big("id"))
                .orElseThrow();
        Map<String, String> refs =
                new HashMap<>(Map.of("training", "" + id, "version", version.toString(), "person", person));
        if (corrects != null) {
            refs.put("corrects", corrects.toString());
        }
        if (score == null) {
            rows.record("TRAINING_ANNULLED", null, refs);
            return;
        }
        refs.put("heldOn", heldOn.toString());
        refs.put("score", score.toString());
        rows.record(
                corrects == null ? "TRAINING_RECORDED" : "TRAINING_CORRECTED",
                score >= demand.passMark() ? "PASSED" : "FAILED",
                refs);
    }

    private TrainingDemand demandOf(UUID version) {
        if (rows.held(version).isEmpty()) {
            throw new TrainingVersionUnknown();
        }
        return rows.demand(version);
    }

    /** Held, so that of two corrections of it only one is made. */
    private Kept standing(long record) {
        Kept kept = Sql.on(entities, "select id, version_id, person from training_record where id = :id for update")
                .set("id", record)
                .first(row -> new Kept(row.big("id"), row.uuid("version_id"), row.text("person")))
                .orElseThrow(TrainingRecordUnknown::new);
        if (!Sql.on(entities, "select 1 from standing_training where id = :id")
                .set("id", record)
                .exists()) {
            throw new TrainingCorrectedAlready();
        }
        return kept;
    }

    private void requireTrainee(String person) {
        if (!Sql.on(entities, "select 1 from app_user where username = :person and enabled")
                .set("person", person)
                .exists()) {
            throw new TraineeUnknown();
        }
    }

    private void check(LocalDate heldOn) {
        LocalDate today = rows.today();
        if (heldOn == null || heldOn.isAfter(today) || heldOn.isBefore(today.minusYears(YEARS))) {
            throw new TrainingDateInvalid();
        }
    }

    private static String words(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new TrainingWordsNeeded();
        }
        String text = typed.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
