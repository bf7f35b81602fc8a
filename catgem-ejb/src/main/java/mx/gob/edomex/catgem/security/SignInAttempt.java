package mx.gob.edomex.catgem.security;

import java.time.Duration;

/**
 * A sign-in about to be tried.
 *
 * @param refused the password is not even looked at
 * @param counted the failure is on record already; success takes it back
 * @param delay how long to wait now (refused), or next if the password is wrong
 */
public record SignInAttempt(
        String name, String network, boolean known, boolean refused, boolean counted, Duration delay) {

    /** Whole seconds to wait, at least 1, or 0 when there is no need. */
    public long seconds() {
        return delay.isZero() ? 0 : Math.max(1, delay.plusMillis(999).toSeconds());
    }
}
