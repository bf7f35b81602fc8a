package mx.gob.edomex.catgem.correction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A candidate as people read it.
 *
 * @param rule null where it is no deviation
 * @param folio null where the execution is no contact's
 * @param step null when it is about several steps or none
 * @param deviations how many deviations of the rule stand in the execution
 * @param said what the auditor wrote; null where it is no finding of an audit
 * @param before earlier nonconformities of the same kind and rule in the same procedure, the newest first
 * @param finding its number and id, once it is part of one
 */
public record CandidateLine(
        long id,
        FindingKind kind,
        String rule,
        UUID execution,
        String folio,
        String procedure,
        String step,
        String stepName,
        int deviations,
        String staffName,
        Instant occurredAt,
        String state,
        String decidedBy,
        String reason,
        String finding,
        UUID findingId,
        String said,
        List<Reference> before) {

    /** What an execution is called that is no contact's and has no folio. */
    public String reference() {
        return procedure + "-" + execution.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    /** A finding by the number people call it by. */
    public record Reference(UUID id, String number, FindingState state) {}
}
