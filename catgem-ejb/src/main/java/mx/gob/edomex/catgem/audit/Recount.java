package mx.gob.edomex.catgem.audit;

import java.util.List;

/**
 * A sample drawn again from what is on record.
 *
 * @param population contacts in scope now, and {@code hash} of their folios
 * @param samePopulation whether that is the hash on record
 * @param sameSample whether the same folios come out in the same order
 * @param drawn what comes out now
 */
public record Recount(int population, String hash, boolean samePopulation, boolean sameSample, List<String> drawn) {

    public boolean same() {
        return samePopulation && sameSample;
    }
}
