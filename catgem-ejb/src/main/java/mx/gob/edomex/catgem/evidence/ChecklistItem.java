package mx.gob.edomex.catgem.evidence;

import java.time.Instant;

/**
 * A step of the pinned procedure version, as it stands in one contact.
 *
 * @param code step code (AVC-07…)
 * @param name in the reader's language
 * @param mandatory whether this contact owes the step, given how it ended or as long as it is open
 * @param basis how the last finished event is known, or null
 * @param at time of the last event that counts, or null
 * @param declarable whether the advisor may declare it by hand
 */
public record ChecklistItem(
        String code,
        Act act,
        String name,
        boolean mandatory,
        StepState state,
        Basis basis,
        Instant at,
        boolean declarable) {}
