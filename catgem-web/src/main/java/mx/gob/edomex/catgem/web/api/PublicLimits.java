package mx.gob.edomex.catgem.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

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
        return lookups.secondsToWait(network(address));
    }

    /** A subscriber of IPv6 has at least a /64 network, so all of it counts as one address. */
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
