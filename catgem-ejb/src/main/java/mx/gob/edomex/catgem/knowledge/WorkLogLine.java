package mx.gob.edomex.catgem.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the work log.
 *
 * @param kind AUTOMATIC, MANUAL or CORRECTION
 * @param text in the reader's language; what a person wrote is as they wrote it
 * @param corrects number of the line that this one corrects, or null
 * @param correctedBy number of the line that corrects this one, or null
 */
public record WorkLogLine(
        long id,
        String kind,
        String staff,
        String staffName,
        Instant at,
        UUID update,
        String entryCode,
        String text,
        Long corrects,
        Long correctedBy) {}
