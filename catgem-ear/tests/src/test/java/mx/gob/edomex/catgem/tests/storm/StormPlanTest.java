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
        List<Blow> plan = StormPlan.of(7, StormPlan.LEAST);
        assertThat(plan).filteredOn(blow -> blow.kind().isKill()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(plan).extracting(Blow::kind).contains(Blow.Kind.values());
        assertThat(plan)
                .filteredOn(blow -> blow.kind() == Blow.Kind.POINT_KILL)
                .flatExtracting(Blow::points)
                .containsExactlyInAnyOrder(FaultPoint.values());
    }

    @Test
    void aShortStormIsTheBeginningOfALongOne() {
        assertThat(StormPlan.of(7, 100)).startsWith(StormPlan.of(7, 5).toArray(Blow[]::new));
    }
}
