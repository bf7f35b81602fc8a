package mx.gob.edomex.catgem.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ActRows;
import mx.gob.edomex.catgem.shared.Sql;

/** Trainings as they are kept, who asks, and the record of each act in the ledger. */
@ApplicationScoped
public class TrainingRows extends ActRows {

    void record(String act, String reason, Map<String, String> refs) {
        enter(act, now(), reason, refs);
    }

    /** As it was last set; where it never was, the centre's pass mark and nothing else. */
    TrainingDemand demand(UUID version) {
        return Sql.on(
                        entities,
                        """
                        select cast(demanded_from as text) as day, pass_mark, valid_months from training_demand
                        where version_id = :version order by id desc limit 1
                        """)
                .set("version", version)
                .first(row -> new TrainingDemand(
                        TrainedPeople.day(row.text("day")), row.number("pass_mark"), row.numberOrNull("valid_months")))
                .orElseGet(() -> new TrainingDemand(null, setting("training.pass-mark", 80), null));
    }

    int setting(String name, int otherwise) {
        return Sql.on(entities, "select value from setting where name = :name and value ~ '^[0-9]{1,4}$'")
                .set("name", name)
                .first(row -> Integer.valueOf(row.text("value")))
                .orElse(otherwise);
    }

    /** Code and number of a version that is or was in force, held against another demand until the transaction ends. */
    Optional<String> held(UUID version) {
        return Sql.on(
                        entities,
                        """
                        select procedure_code || ':' || number as name from procedure_version
                        where id = :version and state in ('IN_FORCE', 'OBSOLETE') for no key update
                        """)
                .set("version", version)
                .first(row -> row.text("name"));
    }
}
