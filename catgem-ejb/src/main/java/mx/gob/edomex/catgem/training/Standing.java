package mx.gob.edomex.catgem.training;

import java.time.LocalDate;

/** How somebody stands to a version on a day. */
public enum Standing {
    TRAINED,
    /** Trained, and not for long. */
    EXPIRING,
    EXPIRED,
    FAILED,
    /** Never evaluated. */
    MISSING;

    /** @param soon an end within so many days is told */
    static Standing of(TrainingHistory history, LocalDate day, int soon) {
        return history.latest(day)
                .map(latest -> !latest.passed()
                        ? FAILED
                        : !latest.isValidOn(day) ? EXPIRED : latest.isValidOn(day.plusDays(soon)) ? TRAINED : EXPIRING)
                .orElse(MISSING);
    }

    public boolean isTrained() {
        return this == TRAINED || this == EXPIRING;
    }
}
