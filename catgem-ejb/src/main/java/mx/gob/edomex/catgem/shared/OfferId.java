package mx.gob.edomex.catgem.shared;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** One offer of one contact to one advisor. */
public record OfferId(UUID value) implements Serializable {

    public OfferId {
        Objects.requireNonNull(value, "offer id");
    }

    public static OfferId random() {
        return new OfferId(UUID.randomUUID());
    }

    /** The same parts always give the same identity (RFC 9562 version 3 over the parts joined by |). */
    public static OfferId named(String... parts) {
        return new OfferId(UUID.nameUUIDFromBytes(String.join("|", parts).getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
