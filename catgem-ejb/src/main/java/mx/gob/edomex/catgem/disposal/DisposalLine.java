package mx.gob.edomex.catgem.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * An act of disposal as listed.
 *
 * @param number as in {@code BD-2026-0001}
 * @param folio of the contact by which the person was found
 * @param dueOn last working day to answer the person
 * @param late asked for and not carried out by then
 * @param own asked for by the reader, who cannot carry it out
 * @param endedName null while it has not ended; so is {@code endedAt}
 * @param contacts of the person, in all
 * @param destroyed rows by what they were; empty when nothing was destroyed
 */
public record DisposalLine(
        DisposalId id,
        String number,
        String folio,
        DisposalBasis basis,
        String askedName,
        Instant askedAt,
        LocalDate dueOn,
        DisposalState state,
        boolean late,
        boolean own,
        String endedName,
        Instant endedAt,
        int contacts,
        SortedMap<String, Integer> destroyed) {}
