package mx.gob.edomex.catgem.manual;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A version of a procedure as a controlled document.
 *
 * @param proposal brought by a migration and not authorised by three people
 * @param sha256 of the sealed text, or of what would be sealed as it stands; empty for a draft
 * @param base the version in force when it began, or null
 * @param opened null for what a migration brought, as the other signatures are until somebody signs
 * @param saved who saved last
 * @param authors who saved anything of it: none of them reviews or authorises it
 * @param revision of the text; 0 for what a migration brought
 */
public record VersionCard(
        UUID id,
        String procedure,
        String nameEs,
        String nameEn,
        int number,
        VersionState state,
        boolean proposal,
        Instant inForceFrom,
        Instant inForceTo,
        String sha256,
        String reason,
        String reviewNote,
        UUID base,
        Signature opened,
        Signature prepared,
        Signature reviewed,
        Signature authorised,
        Signature saved,
        Set<String> authors,
        int revision) {}
