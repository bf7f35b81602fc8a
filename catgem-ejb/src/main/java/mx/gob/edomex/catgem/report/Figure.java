package mx.gob.edomex.catgem.report;

/**
 * One figure with what an honest reader needs beside it.
 *
 * @param value a count, a proportion 0 to 1, or seconds; null when there is nothing to count over
 * @param n the size of the population
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
}
