package mx.gob.edomex.catgem.quality;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A deviation of one execution.
 *
 * @param subject what of the execution it is (a step, {@code before>after}, {@code V1}, {@code BURST}, {@code K3-4},
 *     {@code UNTRAINED:asesora01}); with execution and code
 *     its identity
 * @param stepCode the step at fault, null where there is none (D5, D10)
 * @param measured D2: position of the step done too early; D3: days without the training demanded, where it is about that;
 *     D4, D5, D7: seconds, or steps declared at the end; D6: times;
 *     D10: missing numbers; else null
 * @param allowed D2: position of the step that had to come first; D3: days of grace; the limit of what was measured
 *     otherwise; else null
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
