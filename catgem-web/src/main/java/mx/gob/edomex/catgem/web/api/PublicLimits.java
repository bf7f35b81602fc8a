package mx.gob.edomex.catgem.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import mx.gob.edomex.catgem.security.Network;

/**
 * How often one address may look up folios: enough for a person and a household, hopeless for guessing one of 8.5 × 10¹¹.
 */
@ApplicationScoped
public class PublicLimits {

    static final int LOOKUPS = 30;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES_KEPT = 20_000;

    private final FixedWindowLimiter lookups;

    @Inject
    public PublicLimits(Clock clock) {
        lookups = new FixedWindowLimiter(clock, LOOKUPS, WINDOW, ADDRESSES_KEPT);
    }

    protected PublicLimits() {
        lookups = null;
    }

    /** Counts a look-up. @return seconds to wait when it is one too many */
    public OptionalLong lookup(String address) {
        return lookups.secondsToWait(Network.of(address));
    }
}
