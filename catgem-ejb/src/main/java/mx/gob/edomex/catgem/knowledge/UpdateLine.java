package mx.gob.edomex.catgem.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * An update as listed.
 *
 * @param entryCode null as long as a new entry is not published
 * @param title the Spanish title as it stands in the draft; empty when none is written yet
 * @param editedBy name of who saved last
 */
public record UpdateLine(
        UUID id,
        UpdateKind kind,
        UpdateState state,
        String entryCode,
        String title,
        String openedBy,
        Instant openedAt,
        String editedBy,
        Instant editedAt,
        String submittedBy,
        UpdateCard.Clock clock) {}
