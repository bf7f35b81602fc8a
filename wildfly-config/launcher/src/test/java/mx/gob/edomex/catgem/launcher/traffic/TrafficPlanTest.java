package mx.gob.edomex.catgem.launcher.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficPlanTest {

    @Test
    void aDayHasAsManyContactsAsTheHourlyAverageSays() {
        TrafficPlan plan = TrafficPlan.of(given("catgem.traffic", "600"));

        double day = IntStream.range(0, 24)
                .mapToDouble(hour -> plan.rate(LocalTime.of(hour, 30)) * 3_600)
                .sum();

        assertThat(day).isCloseTo(600 * 24, within(1.0));
        assertThat(plan.rate(LocalTime.of(11, 0))).isGreaterThan(5 * plan.rate(LocalTime.of(3, 0)));
    }

    @Test
    void aFlatDayHasTheSameRateAtNight() {
        Properties given = given("catgem.traffic", "3600");
        given.setProperty("catgem.traffic.shape", "flat");

        assertThat(TrafficPlan.of(given).rate(LocalTime.of(3, 0))).isEqualTo(1.0);
    }

    @Test
    void moreContactsHaveMoreAdvisors() {
        int few = TrafficPlan.of(given("catgem.traffic", "60")).advisors();
        int many = TrafficPlan.of(given("catgem.traffic", "3600")).advisors();

        assertThat(few).isEqualTo(2);
        assertThat(many).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource({
        "catgem.traffic, 0",
        "catgem.traffic, -5",
        "catgem.traffic, 99999",
        "catgem.traffic, muchos",
        "catgem.traffic.shape, week",
        "catgem.traffic.advisors, 25",
        "catgem.traffic.haste, 0",
        "catgem.traffic.seed, x"
    })
    void whatMakesNoSenseIsSaidBeforeAnythingStarts(String name, String value) {
        Properties given = given("catgem.traffic", "60");
        given.setProperty(name, value);

        assertThatThrownBy(() -> TrafficPlan.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    private static Properties given(String name, String value) {
        Properties given = new Properties();
        given.setProperty(name, value);
        return given;
    }

    @Test
    void nobodyIsInventedInAProductionCentre() {
        assertThatCode(() -> Traffic.requireTryout("TRYOUT")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Traffic.requireTryout("PRODUCTION"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for try-outs");
    }
}
