package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.util.List;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.VirtualCentre.Silence;

/**
 * What became of a contact on the day; times are since it was queued.
 *
 * @param at when it was queued, since the start of the day; negative before it
 * @param accepted when an advisor first took it, or null
 * @param answered when it was answered, or null
 * @param abandoned when the citizen left without having been attended, or null
 * @param service how long advisors had it, after-call work included and interruptions not; zero when none did
 * @param silences while it was in hand, when the citizen was silent so that it weighed nothing; of the time of service
 * @param refused how long each offer before the first acceptance rang
 * @param ring how long the accepted offer rang, or at least would have rung; zero when there was none
 * @param lastAdvisor who attended the citizen or the matter last, or null
 * @param advisor who took it, or null
 */
public record PastContact(
        ServiceClass serviceClass,
        Duration at,
        Duration accepted,
        Duration answered,
        Duration abandoned,
        Duration service,
        List<Silence> silences,
        List<Duration> refused,
        Duration ring,
        String lastAdvisor,
        String advisor) {

    /** From the acceptance to the answer. */
    Duration untilAnswer() {
        return answered == null || accepted == null || answered.compareTo(accepted) < 0
                ? Duration.ZERO
                : answered.minus(accepted);
    }
}
