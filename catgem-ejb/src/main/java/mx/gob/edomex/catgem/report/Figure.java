package mx.gob.edomex.catgem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One figure with what an honest reader needs beside it.
 *
 * @param value a count, a proportion 0 to 1, or seconds; null when there is nothing to count over
 * @param n the size of the population; of a share of time, how many people
 * @param hits of a rate, how many count; else n
 * @param enough false when n is below the minimum the centre has set for a rate to be shown
 */
public record Figure(Measure measure, Double value, long n, long hits, boolean enough) {

    static Figure of(Measure measure, long n, Double raw, long minimum) {
        if (measure.isCount()) {
            return new Figure(measure, (double) n, n, n, true);
        }
        if (!measure.isRate()) {
            return new Figure(measure, n == 0 ? null : raw, n, n, true);
        }
        long hits = raw == null ? 0 : raw.longValue();
        return new Figure(measure, n == 0 ? null : Double.valueOf((double) hits / n), n, hits, n >= minimum);
    }

    /** The 95 % interval of a rate, or null. */
    public WilsonInterval interval() {
        return measure.isRate() && n > 0 ? WilsonInterval.of(hits, n) : null;
    }

    /**
     * The figure as people see it, everywhere the same: a count, percent or seconds with one decimal; null when there
     * is nothing to count over or too little. A percentage is cut off, not rounded, so that no target looks reached
     * that is not.
     */
    public BigDecimal shown() {
        if (value == null || !enough) {
            return null;
        }
        if (measure.isCount()) {
            return BigDecimal.valueOf(n);
        }
        if (measure.isShare()) {
            return BigDecimal.valueOf(value).movePointRight(2).setScale(1, RoundingMode.FLOOR);
        }
        return measure.isRate()
                ? BigDecimal.valueOf(hits * 100).divide(BigDecimal.valueOf(n), 1, RoundingMode.FLOOR)
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
