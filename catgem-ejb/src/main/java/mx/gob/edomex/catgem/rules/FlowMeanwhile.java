package mx.gob.edomex.catgem.rules;

import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference;

/**
 * What became of a draft of the menu since somebody opened it to type.
 *
 * @param saves the oldest first
 * @param before what it was when it was opened
 * @param changes what they come to
 */
public record FlowMeanwhile(List<Save> saves, CallFlow before, List<FlowDifference.Change> changes) {

    /** Somebody saved. */
    public record Save(String staff, Instant at) {}
}
