package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import mx.gob.edomex.catgem.shared.Leases;
import org.junit.jupiter.api.Test;

class TenureTest {

    private final AtomicLong nanos = new AtomicLong();
    private OptionalLong answer = OptionalLong.of(7);
    private int asked;

    private final Leases leases = new Leases() {
        @Override
        public OptionalLong acquire(String name, String owner, Duration length) {
            asked++;
            return answer;
        }
    };
    private final Tenure tenure = new Tenure(leases, "node", 7, nanos::get);

    @Test
    void aLongWorkIsRenewedWellBeforeTheLeaseEndsAndNotAtEveryStep() {
        for (int second = 1; second <= 60; second++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            tenure.renew();
        }
        assertThat(asked).isEqualTo(20);
    }

    @Test
    void anotherOwnerOrANewerEpochEndsTheWork() {
        nanos.addAndGet(Tenure.LEASE.toNanos());
        answer = OptionalLong.empty();
        assertThatThrownBy(tenure::renew).isInstanceOf(Tenure.LeaseLost.class);
        answer = OptionalLong.of(8);
        assertThatThrownBy(tenure::renew).isInstanceOf(Tenure.LeaseLost.class);
    }
}
