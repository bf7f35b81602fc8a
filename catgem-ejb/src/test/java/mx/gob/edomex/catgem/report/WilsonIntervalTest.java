package mx.gob.edomex.catgem.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

    @Test
    void itIsWhatTheFormulaGivesForKnownCounts() {
        // 81 of 263: Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
        assertEquals(0.2553, WilsonInterval.of(81, 263).low(), 5e-5);
        assertEquals(0.3662, WilsonInterval.of(81, 263).high(), 5e-5);
        assertEquals(0, WilsonInterval.of(0, 20).low());
        assertEquals(0.1611, WilsonInterval.of(0, 20).high(), 5e-5);
        assertEquals(1, WilsonInterval.of(29, 29).high());
    }

    @Test
    void toShowTheTargetTakesSomeFourHundredAnswersAtNinetyNinePerCent() {
        assertTrue(WilsonInterval.of(416, 420).low() >= 0.975);
        assertTrue(WilsonInterval.of(297, 300).low() < 0.975);
    }

    @Test
    void itHoldsTheProportionAndStaysBetweenNothingAndAll() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long n = 1L + random.nextInt(5000);
            long hits = random.nextLong(n + 1);
            WilsonInterval interval = WilsonInterval.of(hits, n);
            double p = (double) hits / n;
            assertTrue(0 <= interval.low() && interval.low() <= p && p <= interval.high() && interval.high() <= 1);
        }
    }

    @Test
    void nothingIsNoProportion() {
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(5, 4));
    }
}
