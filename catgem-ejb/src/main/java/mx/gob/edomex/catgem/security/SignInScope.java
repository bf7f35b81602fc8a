package mx.gob.edomex.catgem.security;

import java.time.Duration;

/**
 * What failed sign-ins are counted by, with how many are forgiven and when all is forgotten. Delays grow and end; nobody
 * is locked out for ever by a stranger (OWASP ASVS 5.0, 6.3.1).
 */
enum SignInScope {
    /** A name tried from networks where its owner has not signed in lately. */
    ACCOUNT(5, 10, Duration.ofHours(12)),
    /** A name tried from one network; where its owner works this alone counts, so strangers elsewhere lock nobody out. */
    PAIR(5, 10, Duration.ofHours(12)),
    /** Names tried from one network. It takes many: a whole house may stand behind one address. */
    NETWORK(40, 40, Duration.ofHours(1));

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final int forgiven;
    private final int alarming;
    private final Duration memory;

    SignInScope(int forgiven, int alarming, Duration memory) {
        this.forgiven = forgiven;
        this.alarming = alarming;
        this.memory = memory;
    }

    /** How long a failure is remembered after the last one. */
    Duration memory() {
        return memory;
    }

    /** Somebody should look at so many failures. */
    boolean isAlarming(int failures) {
        return failures >= alarming;
    }

    /** How long the next attempt waits: 30 s after the last forgiven failure, then twice as long each time to 15 min. */
    Duration delay(int failures) {
        int doubled = failures - forgiven;
        if (doubled < 0) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(doubled, 10));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
