package mx.gob.edomex.catgem.shared;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** Identity of one contact (atención). The gateway makes it, name-based, so that a retry is the same contact. */
public record ContactId(UUID value) implements Serializable {

    public ContactId {
        Objects.requireNonNull(value, "contact id");
    }

    public static ContactId random() {
        return new ContactId(UUID.randomUUID());
    }

    /** The same parts always give the same identity (RFC 9562 version 3 over the parts joined by |). */
    public static ContactId named(String... parts) {
        return new ContactId(UUID.nameUUIDFromBytes(String.join("|", parts).getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
