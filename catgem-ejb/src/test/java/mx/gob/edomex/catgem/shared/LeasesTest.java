package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration RUN_OUT = Duration.ofSeconds(-1);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final Leases leases = persistence.wire(new Leases());

    @Test
    void aLeaseThatRanOutAndThatNobodyTookIsStillItsOwners() {
        long epoch = acquire("matcher", "a", RUN_OUT).getAsLong();
        assertThat(isHeld("matcher", epoch)).isFalse();

        assertThat(acquire("matcher", "a", MINUTE)).hasValue(epoch);
        assertThat(isHeld("matcher", epoch)).isTrue();
    }

    @Test
    void whoWasAwayWhileAnotherHeldTheLeaseIsFenced() {
        long first = acquire("mailbox", "a", RUN_OUT).getAsLong();
        long second = acquire("mailbox", "b", RUN_OUT).getAsLong();
        assertThat(second).isGreaterThan(first);

        assertThat(acquire("mailbox", "a", MINUTE).getAsLong()).isGreaterThan(second);
        assertThat(isHeld("mailbox", first)).isFalse();
        assertThat(isHeld("mailbox", second)).isFalse();
        assertThat(acquire("mailbox", "b", MINUTE)).isEmpty();
    }

    private OptionalLong acquire(String name, String owner, Duration length) {
        return persistence.inTransaction(() -> leases.acquire(name, owner, length));
    }

    private boolean isHeld(String name, long epoch) {
        return persistence.inTransaction(() -> leases.isHeld(name, epoch));
    }
}
