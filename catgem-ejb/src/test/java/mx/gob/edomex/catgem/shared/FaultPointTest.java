package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FaultPointTest {

    private static final Path NONE = null;

    @TempDir
    private Path traps;

    @Test
    @Timeout(20)
    void theFirstWhoComesByStandsStillUntilTheTrapIsTakenAway() throws Exception {
        Files.createFile(traps.resolve("TOKEN_SENT"));
        CountDownLatch through = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            FaultPoint.TOKEN_SENT.reached(traps);
            through.countDown();
        });
        first.start();
        Path sprung = traps.resolve("TOKEN_SENT" + FaultPoint.SPRUNG);
        while (!Files.exists(sprung)) {
            Thread.onSpinWait();
        }
        FaultPoint.TOKEN_SENT.reached(traps); // the second goes by
        FaultPoint.OFFER_COMMITTED.reached(traps);
        assertThat(through.await(100, TimeUnit.MILLISECONDS)).isFalse();

        Files.delete(sprung);
        assertThat(through.await(10, TimeUnit.SECONDS)).isTrue();
        first.join();
    }

    @Test
    void aTrapIsForItsOwnPoint() throws Exception {
        Files.createFile(traps.resolve("TOKEN_SENT"));
        FaultPoint.OFFER_COMMITTED.reached(traps);
        assertThat(traps.resolve("TOKEN_SENT")).exists();
    }

    @Test
    void productionRefusesToBeStoppable() {
        assertThatThrownBy(() -> FaultPoint.refuseIn(CentreMode.PRODUCTION, traps))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(FaultPoint.FOLDER);
        assertThatCode(() -> FaultPoint.refuseIn(CentreMode.PRODUCTION, NONE)).doesNotThrowAnyException();
        assertThatCode(() -> FaultPoint.refuseIn(CentreMode.TRYOUT, traps)).doesNotThrowAnyException();
    }
}
