package mx.gob.edomex.catgem.disposal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One act of disposal. */
public record DisposalId(UUID value) implements Serializable {

    public DisposalId {
        Objects.requireNonNull(value, "disposal id");
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static DisposalId of(String text) {
        return new DisposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
