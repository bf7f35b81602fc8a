package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TestLog log = new TestLog();
    private final Trouble trouble = new Trouble(log, "mails wait", nanos::get);

    @Test
    void isToldWhenItBeginsOnceAMinuteAndWhenItIsOver() {
        for (int second = 0; second < 130; second++) {
            trouble.met(new IllegalStateException(new SQLException("connection refused", "08001")));
            pass(Duration.ofSeconds(1));
        }
        trouble.over();
        trouble.over();
        assertThat(log.lines()).hasSize(4);
        assertThat(log.lines().get(0))
                .startsWith("WARNING mails wait: java.sql.SQLException 08001 at TroubleTest.java:");
        assertThat(log.lines().get(1)).startsWith("WARNING mails wait (61 times in 60 s): ");
        assertThat(log.lines().get(2)).startsWith("WARNING mails wait (121 times in 120 s): ");
        assertThat(log.lines().get(3)).isEqualTo("INFO over after 130 s and 130 failures: mails wait");
    }

    @Test
    void whatComesAndGoesIsToldOnceAMinute() {
        for (int second = 0; second < 60; second++) {
            trouble.met(new IllegalStateException());
            trouble.over();
            pass(Duration.ofSeconds(1));
        }
        assertThat(log.lines()).hasSize(2);
        trouble.met(new IllegalStateException());
        assertThat(log.lines()).hasSize(3);
    }

    @Test
    void neverQuotesAMessage() {
        trouble.met(new IllegalStateException("Me llamo Juana", new IllegalArgumentException("vivo en Toluca")));
        assertThat(log.lines().get(0)).doesNotContain("Juana").doesNotContain("Toluca");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
