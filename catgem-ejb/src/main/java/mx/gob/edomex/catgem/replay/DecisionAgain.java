package mx.gob.edomex.catgem.replay;

import java.util.List;
import mx.gob.edomex.catgem.routing.Exclusion;
import mx.gob.edomex.catgem.routing.Explanation;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;

/**
 * A decision as it was stored and as it comes out when it is made again.
 *
 * @param candidates all who could have been asked, in the order of choice; those stored when nothing could be rebuilt
 * @param excluded everybody else with a desk open, by user name; none when nothing could be rebuilt
 */
public record DecisionAgain(Explanation stored, Verdict verdict, List<Candidate> candidates, List<Excluded> excluded) {

    /** Whether what was rebuilt is what was stored. */
    public enum Verdict {
        /** The same winner, first candidates, terms and counts. */
        SAME,
        /** The same winner, but something else differs. */
        OTHER_TERMS,
        /** Somebody else, or nobody, would have been asked. */
        OTHER_WINNER,
        /** Made before the ledger kept what a replay needs: nothing was rebuilt. */
        NOT_ON_RECORD
    }

    /** One who could not be asked, and the first reason against them. */
    public record Excluded(String advisor, Exclusion why) {}
}
