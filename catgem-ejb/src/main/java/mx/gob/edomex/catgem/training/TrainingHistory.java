package mx.gob.edomex.catgem.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The evaluations of one person for one version. The latest one held until a day decides for that day: who passed and
 * fails later is not trained any more.
 */
public final class TrainingHistory {

    static final TrainingHistory EMPTY = new TrainingHistory(List.of());

    private final List<Evaluation> evaluations;

    /** @param evaluations those that stand, in the order of their record; of one day, the later record decides */
    TrainingHistory(List<Evaluation> evaluations) {
        this.evaluations = evaluations.stream()
                .sorted(Comparator.comparing(Evaluation::heldOn))
                .toList();
    }

    Optional<Evaluation> latest(LocalDate day) {
        return evaluations.stream().filter(one -> !one.heldOn().isAfter(day)).reduce((before, after) -> after);
    }

    boolean isTrainedOn(LocalDate day) {
        return latest(day).filter(one -> one.isValidOn(day)).isPresent();
    }

    /** First day without a valid training up to that one; empty when there never was one, or there is. */
    Optional<LocalDate> lostOn(LocalDate day) {
        LocalDate lost = null;
        Evaluation held = null;
        for (Evaluation one : evaluations) {
            if (one.heldOn().isAfter(day)) {
                break;
            }
            if (one.passed()) {
                held = one;
                lost = null;
            } else if (held != null && lost == null) {
                lost = held.isValidOn(one.heldOn()) ? one.heldOn() : dayAfter(held);
            }
        }
        if (held != null && lost == null && !held.isValidOn(day)) {
            lost = dayAfter(held);
        }
        return Optional.ofNullable(lost);
    }

    private static LocalDate dayAfter(Evaluation held) {
        return held.validUntil().plusDays(1);
    }
}
