package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ExecutionId;

/** Identity of one update of an entry, and of its execution of procedure ABD. */
public record UpdateId(UUID value) implements Serializable {

    public UpdateId {
        Objects.requireNonNull(value, "update id");
    }

    static UpdateId random() {
        return new UpdateId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static UpdateId of(String text) {
        return new UpdateId(UUID.fromString(text));
    }

    ExecutionId execution() {
        return new ExecutionId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
