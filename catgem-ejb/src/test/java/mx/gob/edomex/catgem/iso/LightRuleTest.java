package mx.gob.edomex.catgem.iso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule at its two limits. */
class LightRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static Light light(LightRule rule, long count, long of, LocalDate day, int green, int amber) {
        return rule.of(new EvidenceFigures(count, of, day), green, amber, TODAY);
    }

    private static Light share(long good, long all) {
        return light(LightRule.SHARE, good, all, null, 95, 80);
    }

    @Test
    void aShareIsJudgedExactlyAndNothingOnRecordIsRed() {
        assertThat(share(95, 100)).isEqualTo(Light.GREEN);
        assertThat(share(949, 1000)).as("94.9 is not 95").isEqualTo(Light.AMBER);
        assertThat(share(80, 100)).isEqualTo(Light.AMBER);
        assertThat(share(799, 1000)).isEqualTo(Light.RED);
        assertThat(share(0, 0)).isEqualTo(Light.RED);
        assertThat(light(LightRule.SHARE, 0, 9, null, 100, 0))
                .as("proposals are begun, not nothing")
                .isEqualTo(Light.AMBER);
    }

    @Test
    void whatWaitsGetsWorseByTheDay() {
        assertThat(light(LightRule.WAITING, 0, 5, null, 0, 30)).isEqualTo(Light.GREEN);
        assertThat(light(LightRule.WAITING, 1, 5, TODAY.minusDays(1), 0, 30)).isEqualTo(Light.AMBER);
        assertThat(light(LightRule.WAITING, 1, 5, TODAY.minusDays(30), 0, 30)).isEqualTo(Light.AMBER);
        assertThat(light(LightRule.WAITING, 1, 5, TODAY.minusDays(31), 0, 30)).isEqualTo(Light.RED);
        assertThat(light(LightRule.WAITING, 1, 5, TODAY.minusDays(30), 30, 90)).isEqualTo(Light.GREEN);
    }

    @Test
    void whatIsDoneOnceAYearIsAmberOnlyWhileAnotherIsOnItsWay() {
        assertThat(light(LightRule.DONE, 0, 1, TODAY.minusDays(365), 365, 0)).isEqualTo(Light.GREEN);
        assertThat(light(LightRule.DONE, 0, 1, TODAY.minusDays(366), 365, 0)).isEqualTo(Light.RED);
        assertThat(light(LightRule.DONE, 1, 2, TODAY.minusDays(366), 365, 0)).isEqualTo(Light.AMBER);
        assertThat(light(LightRule.DONE, 1, 1, null, 365, 0)).isEqualTo(Light.AMBER);
        assertThat(light(LightRule.DONE, 0, 0, null, 365, 0)).isEqualTo(Light.RED);
    }

    @Test
    void aDifferenceIsRedHoweverFreshAndSoIsNeverHavingLooked() {
        assertThat(light(LightRule.CHECKED, 0, 9, TODAY.minusDays(1), 1, 7)).isEqualTo(Light.GREEN);
        assertThat(light(LightRule.CHECKED, 0, 9, TODAY.minusDays(2), 1, 7)).isEqualTo(Light.AMBER);
        assertThat(light(LightRule.CHECKED, 0, 9, TODAY.minusDays(8), 1, 7)).isEqualTo(Light.RED);
        assertThat(light(LightRule.CHECKED, 1, 9, TODAY, 1, 7)).isEqualTo(Light.RED);
        assertThat(light(LightRule.CHECKED, 0, 0, null, 1, 7)).isEqualTo(Light.RED);
    }

    @Test
    void aClauseStandsAsTheWorstOfItsEvidence() {
        assertThat(Light.worst(List.of(Light.GREEN, Light.AMBER, Light.GREEN))).isEqualTo(Light.AMBER);
        assertThat(Light.worst(List.of(Light.AMBER, Light.RED))).isEqualTo(Light.RED);
        assertThat(Light.worst(List.of())).as("answered by nothing").isEqualTo(Light.RED);
    }
}
