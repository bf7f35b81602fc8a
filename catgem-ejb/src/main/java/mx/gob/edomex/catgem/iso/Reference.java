package mx.gob.edomex.catgem.iso;

/**
 * A cell that leads to a page: a file shows its text alone.
 *
 * @param id of what it names; of an entry its code, and empty for all of them
 * @param version of an entry, or null
 */
public record Reference(Kind kind, String id, String version, String text) {

    /** What is referred to. */
    public enum Kind {
        PROCEDURE,
        ENTRY,
        FOLIO,
        REVIEW,
        ROUTING
    }

    Reference(Kind kind, String id, String text) {
        this(kind, id, null, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
