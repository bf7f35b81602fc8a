package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.correction.Words;

/**
 * How many folios are drawn, and where the number comes from.
 *
 * @param figure of DISCOVERY the share in percent that is not to go unseen, of DECLARED the number of folios
 * @param grounds why so many; of DECLARED only
 */
public record SamplePlan(Basis basis, int figure, String grounds) {

    /** Folios; more than that nobody examines by hand in one audit. */
    public static final int MOST = 500;

    /** Where the number comes from. */
    public enum Basis {
        /** {@link SampleSize#discovery}. */
        DISCOVERY,
        DECLARED
    }

    /**
     * @throws SampleSizeInvalid when there would be none, or more than there are or anybody examines
     * @throws mx.gob.edomex.catgem.correction.WordsNeeded when a number is declared without grounds
     */
    int size(int population) {
        int size = basis == Basis.DISCOVERY ? SampleSize.discovery(population, figure) : figure;
        if (size < 1 || size > Math.min(population, MOST)) {
            throw new SampleSizeInvalid();
        }
        if (basis == Basis.DECLARED) {
            Words.needed(grounds);
        }
        return size;
    }

    Integer share() {
        return basis == Basis.DISCOVERY ? Integer.valueOf(figure) : null;
    }

    String words() {
        return basis == Basis.DECLARED ? Words.needed(grounds) : null;
    }
}
