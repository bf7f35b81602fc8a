package mx.gob.edomex.catgem.evidence;

import java.time.Instant;
import java.util.Map;

/**
 * One row of the ledger as a reader sees it: codes, staff and times, nothing personal of the citizen.
 *
 * @param kind STATE, STEP or SYSTEM
 * @param code what happened: the act of a step, or what moved the state
 * @param k position among the steps of the contact, from 1 without gaps; null when it is no step
 * @param stepName in the reader's language, null when it is no step
 * @param at time of the act
 * @param recordedAt time of the record, by the database's clock
 */
public record TimelineEntry(
        long id,
        String kind,
        String code,
        Integer leg,
        Integer k,
        String stepCode,
        String stepName,
        StepKind stepKind,
        String procedure,
        Integer version,
        String stateFrom,
        String stateTo,
        String staff,
        String staffNumber,
        String staffName,
        String role,
        String onBehalfOf,
        String station,
        Source source,
        Basis basis,
        String outcome,
        String reason,
        Long corrects,
        Map<String, String> refs,
        Instant at,
        Instant recordedAt) {

    public boolean step() {
        return "STEP".equals(kind);
    }
}
