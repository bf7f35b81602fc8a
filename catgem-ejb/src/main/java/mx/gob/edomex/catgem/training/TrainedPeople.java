package mx.gob.edomex.catgem.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/** Who is trained for a version, by the records that stand: those that no later one corrects. */
@ApplicationScoped
public class TrainedPeople {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    public VersionTraining of(UUID version) {
        LocalDate from = Sql.on(
                        entities,
                        """
                        select cast(demanded_from as text) as day from training_demand where version_id = :version
                        order by id desc limit 1
                        """)
                .set("version", version)
                .first(row -> Optional.ofNullable(day(row.text("day"))))
                .flatMap(found -> found)
                .orElse(null);
        return from == null
                ? VersionTraining.NONE
                : new VersionTraining(from, installation.timeZone(), histories(version));
    }

    Map<String, TrainingHistory> histories(UUID version) {
        Map<String, List<Evaluation>> evaluations = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select person, cast(held_on as text) as held_on, score, pass_mark,
                               cast(valid_until as text) as valid_until
                        from standing_training where version_id = :version order by id
                        """)
                .set("version", version)
                .each(row -> evaluations
                        .computeIfAbsent(row.text("person"), person -> new ArrayList<>())
                        .add(new Evaluation(
                                LocalDate.parse(row.text("held_on")),
                                row.number("score"),
                                row.number("pass_mark"),
                                day(row.text("valid_until")))));
        Map<String, TrainingHistory> histories = new HashMap<>();
        evaluations.forEach((person, all) -> histories.put(person, new TrainingHistory(all)));
        return histories;
    }

    static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
