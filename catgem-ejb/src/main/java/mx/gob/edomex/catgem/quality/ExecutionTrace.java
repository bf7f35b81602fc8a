package mx.gob.edomex.catgem.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;

/**
 * An ended execution as the ledger tells it.
 *
 * @param contact null where the execution is no contact's
 * @param begunAt beginning of the execution
 * @param countedAt entry into the queue, or the beginning where there is no queue
 * @param outcome how its contact ended, as the contact says; the terminal step's own word goes before it
 * @param counter how many step events there should be
 * @param events all step events by k
 */
record ExecutionTrace(
        UUID execution,
        UUID contact,
        UUID version,
        Instant begunAt,
        Instant countedAt,
        Instant endedAt,
        String outcome,
        int counter,
        List<StepEvent> events) {

    /**
     * @param role in which it was done
     * @param at of the act; {@code entered} when it was recorded, both by the application's clock
     * @param refs names of what it refers to
     * @param corrects the event that this one takes out of account, or null
     */
    record StepEvent(
            long id,
            int k,
            String step,
            StepKind kind,
            Basis basis,
            String role,
            String staff,
            Instant at,
            Instant entered,
            String outcome,
            Set<String> refs,
            Long corrects) {

        /** How long after the act it was entered. */
        Duration entry() {
            return Duration.between(at, entered);
        }
    }
}
