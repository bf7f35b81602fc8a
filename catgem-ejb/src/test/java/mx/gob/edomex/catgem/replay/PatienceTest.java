package mx.gob.edomex.catgem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand: five citizens, of whom those who waited 10 s and 30 s left. */
class PatienceTest {

    private final Patience patience = new Patience(seconds(10, 30), seconds(5, 20, 40));

    private static List<Duration> seconds(int... waits) {
        return Arrays.stream(waits).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void whoWasAttendedCountsAsPatientUntilThen() {
        assertThat(patience.survival(Duration.ofSeconds(9))).isEqualTo(1);
        // Of the four left at 10 s one goes, of the two left at 30 s one.
        assertThat(patience.survival(Duration.ofSeconds(10))).isCloseTo(0.75, Offset.offset(1e-9));
        assertThat(patience.survival(Duration.ofSeconds(30))).isCloseTo(0.375, Offset.offset(1e-9));
    }

    @Test
    void thePatienceOfWhoWaitedIsLongerThanTheWait() {
        assertThat(patience.beyond(Duration.ofSeconds(5), 0.8)).contains(Duration.ofSeconds(10));
        assertThat(patience.beyond(Duration.ofSeconds(5), 0.6)).contains(Duration.ofSeconds(30));
        assertThat(patience.beyond(Duration.ofSeconds(20), 0.6)).contains(Duration.ofSeconds(30));
        assertThat(patience.beyond(Duration.ofSeconds(5), 0.3))
                .as("longer than anybody showed")
                .isEmpty();
        assertThat(patience.beyond(Duration.ofSeconds(40), 0.9)).isEmpty();
    }
}
