package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identity of one version of an entry in one language: what a contact records as consulted. */
public record KnowledgeVersionId(UUID value) implements Serializable {

    public KnowledgeVersionId {
        Objects.requireNonNull(value, "knowledge version id");
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static KnowledgeVersionId of(String text) {
        return new KnowledgeVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
