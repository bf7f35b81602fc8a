package mx.gob.edomex.catgem.security;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed sign-ins of one scope and until when the next one waits; the instants are null while there was none.
 *
 * @param succeededAt last time somebody got in, of a pair
 */
record SignInTally(int failures, Instant failedAt, Instant lockedUntil, Instant succeededAt) {

    /** Whoever got in from a network within this time is known there. */
    static final Duration KNOWN = Duration.ofDays(30);

    static final SignInTally NONE = new SignInTally(0, null, null, null);

    SignInTally asOf(SignInScope scope, Instant now) {
        boolean forgotten = failedAt == null || failedAt.plus(scope.memory()).isBefore(now);
        return forgotten ? new SignInTally(0, null, null, succeededAt) : this;
    }

    boolean isKnown(Instant now) {
        return succeededAt != null && succeededAt.plus(KNOWN).isAfter(now);
    }

    Duration wait(Instant now) {
        return lockedUntil == null || !lockedUntil.isAfter(now) ? Duration.ZERO : Duration.between(now, lockedUntil);
    }

    SignInTally failed(SignInScope scope, Instant now) {
        Duration delay = scope.delay(failures + 1);
        return new SignInTally(failures + 1, now, delay.isZero() ? null : now.plus(delay), succeededAt);
    }

    /** Takes failures back that turned out to be the slips of somebody who then got in. */
    SignInTally without(SignInScope scope, int slips) {
        int left = Math.max(0, failures - slips);
        return new SignInTally(left, failedAt, scope.delay(left).isZero() ? null : lockedUntil, succeededAt);
    }

    SignInTally succeeded(Instant now) {
        return new SignInTally(0, null, null, now);
    }
}
