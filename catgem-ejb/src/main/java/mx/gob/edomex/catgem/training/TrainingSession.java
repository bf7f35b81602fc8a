package mx.gob.edomex.catgem.training;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A training as it is to be recorded, of one or several people.
 *
 * @param heldOn local day
 * @param trainer who taught and evaluated
 * @param scores points of 100 by user name
 */
public record TrainingSession(UUID version, LocalDate heldOn, String trainer, Map<String, Integer> scores) {}
