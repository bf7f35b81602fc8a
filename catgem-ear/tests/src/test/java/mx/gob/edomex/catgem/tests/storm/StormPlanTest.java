package mx.gob.edomex.catgem.tests.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.gob.edomex.catgem.shared.FaultPoint;
import org.junit.jupiter.api.Test;

class StormPlanTest {

    @Test
    void theSameSeedDrawsTheSameStorm() {
        assertThat(StormPlan.of(7, 100)).isEqualTo(StormPlan.of(7, 100)).isNotEqualTo(StormPlan.of(8, 100));
    }

    @Test
    void theDefaultStormHasEveryPointAndEveryKind() {
        List<Blow> plan = StormPlan.of(7, 20);
        assertThat(plan).hasSize(20);
        assertThat(plan)
                .extracting(Blow::kind)
                .contains(
                        Blow.Kind.NODE_KILL, Blow.Kind.NODE_PAUSE, Blow.Kind.DATABASE_KILL, Blow.Kind.CONNECTION_KILL);
        assertThat(plan).extracting(Blow::point).contains(FaultPoint.values());
    }

    @Test
    void aShortStormIsTheBeginningOfALongOne() {
        assertThat(StormPlan.of(7, 100)).startsWith(StormPlan.of(7, 5).toArray(Blow[]::new));
    }
}
