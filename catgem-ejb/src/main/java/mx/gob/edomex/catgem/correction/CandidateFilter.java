package mx.gob.edomex.catgem.correction;

import java.time.LocalDate;

/**
 * Which candidates a list is about; null: any.
 *
 * @param state OPEN, DISMISSED or JOINED
 * @param rule D1 to D10
 * @param from first local day on which it happened; {@code to} is included
 */
public record CandidateFilter(
        String state, FindingKind kind, String rule, String procedure, LocalDate from, LocalDate to) {}
