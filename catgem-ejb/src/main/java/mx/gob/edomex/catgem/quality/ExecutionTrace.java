package mx.gob.edomex.catgem.quality;

import java.time.Instant;
import java.util.List;
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

    /** @param corrects the event that this one takes out of account, or null */
    record StepEvent(
            long id,
            int k,
            String step,
            StepKind kind,
            Basis basis,
            String staff,
            Instant at,
            String outcome,
            Long corrects) {}
}
