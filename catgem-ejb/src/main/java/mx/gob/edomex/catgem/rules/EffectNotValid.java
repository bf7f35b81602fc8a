package mx.gob.edomex.catgem.rules;

import java.time.Duration;
import java.time.Instant;
import mx.gob.edomex.catgem.shared.Violation;

/** The date of effect has passed or is more than a year away. */
public class EffectNotValid extends Violation {

    private static final Duration FARTHEST = Duration.ofDays(366);

    public EffectNotValid() {
        super("the date of effect has passed or is more than a year away");
    }

    /** @param effectiveFrom null: at once, which is always valid */
    static void unlessWithinAYear(Instant effectiveFrom, Instant now) {
        if (effectiveFrom != null
                && (effectiveFrom.isBefore(now.minusSeconds(60)) || effectiveFrom.isAfter(now.plus(FARTHEST)))) {
            throw new EffectNotValid();
        }
    }
}
