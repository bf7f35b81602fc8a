package mx.gob.edomex.catgem.quality;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A deviation of one execution.
 *
 * @param subject what of the execution it is (a step, {@code before>after}, {@code K3-4}); with execution and code
 *     its identity
 * @param stepCode the step at fault, null where there is none (D10)
 * @param measured D2: position of the step done too early; D4: seconds; D10: missing numbers; else null
 * @param allowed D2: position of the step that had to come first; D4: limit in seconds; D10: 0; else null
 * @param staff who did the step, or attended last; null when nobody did
 * @param at of the step at fault, or the end of the execution
 */
record Deviation(
        DeviationCode code,
        String subject,
        String stepCode,
        BigDecimal measured,
        BigDecimal allowed,
        String staff,
        Instant at) {}
