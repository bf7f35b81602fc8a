package mx.gob.edomex.catgem.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of something an advisor reported, for telling them.
 *
 * @param version the published version that answers it, or null when it was declined
 * @param reason why it was declined, or null
 */
public record TaskAnswer(
        UUID id, OfficerTask.Kind kind, String words, UUID version, String title, String reason, Instant endedAt) {}
