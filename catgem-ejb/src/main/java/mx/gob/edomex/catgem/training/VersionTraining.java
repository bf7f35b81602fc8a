package mx.gob.edomex.catgem.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What training a version demands, and who has it.
 *
 * @param demandedFrom first local day on which work under it asks for training; null: none is asked for
 * @param people by user name
 */
public record VersionTraining(LocalDate demandedFrom, ZoneId zone, Map<String, TrainingHistory> people) {

    public static final VersionTraining NONE = new VersionTraining(null, ZoneId.of("UTC"), Map.of());

    /**
     * For how many whole days, at that moment, the person has worked without the training that is demanded: since it
     * was demanded, or since theirs was lost. Empty when they have it, or none is demanded.
     */
    public OptionalLong daysWithout(String person, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        TrainingHistory history = people.getOrDefault(person, TrainingHistory.EMPTY);
        if (demandedFrom == null || day.isBefore(demandedFrom) || history.isTrainedOn(day)) {
            return OptionalLong.empty();
        }
        LocalDate since =
                history.lostOn(day).filter(lost -> lost.isAfter(demandedFrom)).orElse(demandedFrom);
        return OptionalLong.of(ChronoUnit.DAYS.between(since, day));
    }
}
