package mx.gob.edomex.catgem.training;

import java.time.LocalDate;

/**
 * What a version demands of those who do its steps.
 *
 * @param from first local day on which work under it asks for training; null: none is asked for
 * @param passMark points of 100
 * @param validMonths after which an evaluation must be repeated; null: it counts for as long as the version
 */
public record TrainingDemand(LocalDate from, int passMark, Integer validMonths) {

    private static final int LONGEST = 60;

    /** @throws TrainingDemandInvalid when a number is out of range */
    void check() {
        if (passMark < 1 || passMark > 100 || (validMonths != null && (validMonths < 1 || validMonths > LONGEST))) {
            throw new TrainingDemandInvalid();
        }
    }

    LocalDate validUntil(LocalDate heldOn) {
        return validMonths == null ? null : heldOn.plusMonths(validMonths).minusDays(1);
    }
}
