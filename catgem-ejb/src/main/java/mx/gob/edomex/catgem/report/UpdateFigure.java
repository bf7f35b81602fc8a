package mx.gob.edomex.catgem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Indicator 2: a directory update within two minutes, from the registered supporting document to the moment advisors
 * can see the new version.
 *
 * @param n documents registered in the window
 * @param published of them, those whose new version is out
 * @param inTime of them, those out within two minutes
 * @param openLate not out yet and past the two minutes: they count against the indicator already
 * @param meanSeconds of the published ones, or null
 */
public record UpdateFigure(int n, int published, int inTime, int openLate, Double meanSeconds) {

    /** Decided updates: published, or late already. */
    public int decided() {
        return published + openLate;
    }

    /** Proportion 0 to 1, or null when nothing is decided. */
    public Double value() {
        return decided() == 0 ? null : Double.valueOf((double) inTime / decided());
    }

    /** Percent with one decimal, cut off and not rounded, as every rate; null when nothing is decided. */
    public BigDecimal shown() {
        return decided() == 0
                ? null
                : BigDecimal.valueOf(inTime * 100L).divide(BigDecimal.valueOf(decided()), 1, RoundingMode.FLOOR);
    }

    public WilsonInterval interval() {
        return decided() == 0 ? null : WilsonInterval.of(inTime, decided());
    }
}
