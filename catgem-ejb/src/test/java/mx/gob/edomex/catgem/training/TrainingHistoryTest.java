package mx.gob.edomex.catgem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A version that demands training from 1 March on, and evaluations with a pass mark of 80. */
class TrainingHistoryTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private static Evaluation of(int day, int score, Integer lastDay) {
        return new Evaluation(MARCH.plusDays(day), score, 80, lastDay == null ? null : MARCH.plusDays(lastDay));
    }

    private static TrainingHistory history(Evaluation... evaluations) {
        return new TrainingHistory(List.of(evaluations));
    }

    private static Standing on(int day, Evaluation... evaluations) {
        return Standing.of(history(evaluations), MARCH.plusDays(day), 30);
    }

    private static OptionalLong without(int day, Evaluation... evaluations) {
        return new VersionTraining(MARCH, ZONE, Map.of("a", history(evaluations)))
                .daysWithout("a", MARCH.plusDays(day).atTime(12, 0).atZone(ZONE).toInstant());
    }

    @Test
    void theLatestEvaluationDecides() {
        assertThat(on(10)).isEqualTo(Standing.MISSING);
        assertThat(on(10, of(10, 80, null))).isEqualTo(Standing.TRAINED);
        assertThat(on(9, of(10, 80, null))).isEqualTo(Standing.MISSING);
        assertThat(on(10, of(10, 79, null))).isEqualTo(Standing.FAILED);
        assertThat(on(12, of(1, 95, null), of(12, 79, null))).isEqualTo(Standing.FAILED);
        assertThat(on(12, of(12, 79, null), of(1, 95, null))).isEqualTo(Standing.FAILED);
        assertThat(on(12, of(12, 79, null), of(12, 95, null)))
                .as("of one day, the later record")
                .isEqualTo(Standing.TRAINED);
    }

    @Test
    void aValidityIsToldBeforeItEndsAndCountsOnItsLastDay() {
        assertThat(on(9, of(0, 90, 40))).isEqualTo(Standing.TRAINED);
        assertThat(on(10, of(0, 90, 40))).isEqualTo(Standing.TRAINED);
        assertThat(on(11, of(0, 90, 40))).isEqualTo(Standing.EXPIRING);
        assertThat(on(40, of(0, 90, 40))).isEqualTo(Standing.EXPIRING);
        assertThat(on(41, of(0, 90, 40))).isEqualTo(Standing.EXPIRED);
        assertThat(on(41, of(0, 90, 40), of(39, 90, 400))).isEqualTo(Standing.TRAINED);
    }

    @Test
    void nothingIsAskedBeforeTheDemandNorOfWhoIsTrained() {
        assertThat(without(-1)).isEmpty();
        assertThat(without(3, of(3, 80, null))).isEmpty();
        assertThat(without(3, of(-90, 80, null))).isEmpty();
        assertThat(VersionTraining.NONE.daysWithout(
                        "a", MARCH.atStartOfDay(ZONE).toInstant()))
                .isEmpty();
    }

    @Test
    void daysWithoutTrainingCountFromTheDemandOrFromTheDayItWasLost() {
        assertThat(without(0)).hasValue(0);
        assertThat(without(8)).hasValue(8);
        assertThat(without(8, of(9, 100, null))).hasValue(8);
        assertThat(without(8, of(1, 50, null), of(5, 50, null)))
                .as("to fail again is no new grace")
                .hasValue(8);
        assertThat(without(20, of(-100, 90, 12))).hasValue(7);
        assertThat(without(20, of(-100, 90, -50)))
                .as("lost before it was demanded")
                .hasValue(20);
        assertThat(without(20, of(2, 90, null), of(15, 60, null), of(18, 60, null)))
                .hasValue(5);
        assertThat(without(20, of(2, 90, 10), of(15, 60, null))).hasValue(9);
    }

    @Test
    void aDayIsTheCentresOwn() {
        VersionTraining version = new VersionTraining(MARCH, ZONE, Map.of("a", history(of(0, 90, 0))));
        assertThat(version.daysWithout("a", java.time.Instant.parse("2026-03-02T05:59:59Z")))
                .isEmpty();
        assertThat(version.daysWithout("a", java.time.Instant.parse("2026-03-02T06:00:00Z")))
                .hasValue(0);
    }
}
