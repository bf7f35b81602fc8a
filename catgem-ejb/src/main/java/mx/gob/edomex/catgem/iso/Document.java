package mx.gob.edomex.catgem.iso;

import java.time.Instant;
import java.util.UUID;

/**
 * A controlled document as it was in force at a moment.
 *
 * @param id of a version of a procedure; null for others
 * @param version as the document counts its versions
 * @param until null while nothing has followed it
 * @param prepared user or person who wrote it, or null where nobody is named; so are {@code reviewed, authorised}
 * @param proposal brought by a migration, and signed by nobody here
 * @param sha256 of what is sealed, in hexadecimal; empty where nothing is
 * @param earlier versions before it, all of them kept
 */
public record Document(
        Kind kind,
        UUID id,
        String code,
        String name,
        String version,
        Instant since,
        Instant until,
        String prepared,
        String reviewed,
        String authorised,
        boolean proposal,
        String sha256,
        int earlier) {

    /** What is controlled as a document. */
    public enum Kind {
        PROCEDURE,
        PRIVACY_NOTICE,
        SURVEY,
        ROUTING_RULES,
        /** The entries of the knowledge base as one: its version is how many were in force. */
        KNOWLEDGE
    }
}
