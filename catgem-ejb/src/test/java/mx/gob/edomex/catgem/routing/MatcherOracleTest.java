package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The matcher, its queue and its engine beside a brute-force reference: at each of more than 25,000 decisions taken while
 * everything happens at random, the contacts, the advisors, the interrupted mails and the widening must be the same.
 */
class MatcherOracleTest {

    private static final int CENTRES = Integer.getInteger("catgem.oracle.centres", 50);
    private static final int EVENTS = 2_500;

    @Test
    void everyDecisionIsTheReferencesDecision() {
        int decisions = 0;
        Map<String, Integer> seen = new TreeMap<>();
        List<OracleCentre> centres = IntStream.rangeClosed(1, CENTRES)
                .parallel()
                .mapToObj(MatcherOracleTest::lived)
                .toList();
        for (OracleCentre centre : centres) {
            decisions += centre.decisions;
            centre.seen.forEach((what, times) -> seen.merge(what, times, Integer::sum));
        }
        assertThat(decisions).as("decisions compared").isGreaterThan(CENTRES * 500);
        // What never happens proves nothing.
        assertThat(seen.keySet())
                .contains("step 0", "step 1", "step 2", "step 3", "step 4", "known", "returned", "callsBeforeMail");
        for (String often : List.of("interrupted", "known", "moved", "called back")) {
            assertThat(seen.get(often)).as(often).isGreaterThan(CENTRES * 10);
        }
    }

    private static OracleCentre lived(int seed) {
        OracleCentre centre = new OracleCentre(seed);
        for (int i = 0; i < EVENTS; i++) {
            centre.step();
        }
        return centre;
    }
}
