package mx.gob.edomex.catgem.audit;

/**
 * How many folios are looked at, and why so many: by a rule, or declared by the auditor with grounds.
 *
 * <p>The rule is that of discovery. If {@code share} percent of the population or more do not conform, a sample of that
 * size holds at least one of them with the given confidence; the chance that it holds none is hypergeometric, that is
 * without replacement. It says how many must be clean before one may say "fewer than that share", not how large the share
 * is.
 */
public final class SampleSize {

    /** Percent. */
    public static final int CONFIDENCE = 95;

    // A little more, so that a chance of exactly five percent is not missed by the last bit of a product.
    private static final double DOUBT = (100 - CONFIDENCE) / 100.0 + 1e-9;

    private SampleSize() {}

    /**
     * The smallest such sample; at most the whole population.
     *
     * @param population contacts
     * @param share percent that is not to go unseen, 1 to 50
     * @throws SampleSizeInvalid when the share is out of its bounds or there is no population
     */
    public static int discovery(int population, int share) {
        if (population < 1 || share < 1 || share > 50) {
            throw new SampleSizeInvalid();
        }
        int faulty = (int) Math.max(1, ((long) population * share + 99) / 100);
        double none = 1;
        int size = 0;
        while (size < population - faulty && none > DOUBT) {
            none *= (double) (population - faulty - size) / (population - size);
            size++;
        }
        return none > DOUBT ? size + 1 : size;
    }
}
