package mx.gob.edomex.catgem.tests.storm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same for two nodes and a broker of its own: the centre goes on while one of them is away. */
@ExtendWith(Verdict.Watcher.class)
class TwoNodesStorm {

    @Test
    void whatWasPromisedIsKeptWhileEitherNodeOrTheBrokerIsAway() throws Exception {
        System.out.println("a storm over two nodes, -Dcatgem.faults.seed=" + StormPlan.SEED);
        try (StormCentre centre = StormCentre.openCluster("two-nodes");
                Storm storm = new Storm(centre, StormPlan.SEED)) {
            for (Blow blow : StormPlan.ofTwoNodes(StormPlan.SEED)) {
                storm.strike(blow);
            }
            storm.calm();
        }
    }
}
