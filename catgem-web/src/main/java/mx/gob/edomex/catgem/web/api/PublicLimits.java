package mx.gob.edomex.catgem.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import mx.gob.edomex.catgem.security.Network;
import mx.gob.edomex.catgem.web.shell.Buckets;

/**
 * How often one address may look up folios: enough for a person and a household, hopeless for guessing one of 8.5 × 10¹¹.
 */
@ApplicationScoped
public class PublicLimits {

    /** At once, and again each minute. */
    private static final int LOOKUPS = 30;

    private final Buckets lookups = new Buckets(LOOKUPS, LOOKUPS / 60.0, System::nanoTime);

    /** Counts a look-up. @return seconds to wait when it is one too many */
    public OptionalLong lookup(String address) {
        return lookups.secondsToWait(Network.of(address));
    }
}
