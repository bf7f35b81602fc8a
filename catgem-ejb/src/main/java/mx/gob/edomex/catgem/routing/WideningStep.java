package mx.gob.edomex.catgem.routing;

import java.time.Duration;

/**
 * One ordered step by which a contact that goes on waiting may be given to more people.
 *
 * @param after when it comes, in seconds of waiting or in percent of the target
 * @param percent whether {@code after} is percent
 * @param level what {@link Kind#DROP_LEVEL} drops to; 0 for the others
 */
public record WideningStep(Kind kind, int after, boolean percent, int level) {

    /** What a step does. */
    public enum Kind {
        DROP_LEVEL,
        NEIGHBOURS,
        RESERVE,
        EVERYONE
    }

    boolean isDue(Duration waited, Duration target) {
        return waited.toMillis() >= due(target).toMillis();
    }

    /** The waiting after which the step comes. */
    public Duration due(Duration target) {
        return Duration.ofMillis(percent ? target.toMillis() * after / 100 : after * 1000L);
    }
}
