package mx.gob.edomex.catgem.shared;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** The person behind contacts, known or anonymous; owner of every sealed field. */
public record SubjectId(UUID value) implements Serializable {

    public SubjectId {
        Objects.requireNonNull(value, "subject id");
    }

    public static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }

    /** The same parts always give the same identity (RFC 9562 version 3 over the parts joined by |). */
    public static SubjectId named(String... parts) {
        return new SubjectId(UUID.nameUUIDFromBytes(String.join("|", parts).getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static SubjectId of(String text) {
        return new SubjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
