package mx.gob.edomex.catgem.report;

/**
 * The 95 % interval of a proportion, honest for small n and near 0 or 1 where the textbook interval is not.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 *
 * @param low lower bound, 0 to 1
 * @param high upper bound, 0 to 1
 */
public record WilsonInterval(double low, double high) {

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException unless 0 ≤ hits ≤ n and n > 0 */
    public static WilsonInterval of(long hits, long n) {
        if (n <= 0 || hits < 0 || hits > n) {
            throw new IllegalArgumentException(hits + " of " + n + " is no proportion");
        }
        double p = (double) hits / n;
        double square = Z * Z;
        double centre = p + square / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + square / (4.0 * n * n));
        double whole = 1 + square / n;
        return new WilsonInterval(
                hits == 0 ? 0 : Math.max(0, (centre - spread) / whole),
                hits == n ? 1 : Math.min(1, (centre + spread) / whole));
    }
}
