package mx.gob.edomex.catgem.shared;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** A matter (asunto): contacts about the same thing. */
public record MatterId(UUID value) implements Serializable {

    public MatterId {
        Objects.requireNonNull(value, "matter id");
    }

    public static MatterId random() {
        return new MatterId(UUID.randomUUID());
    }

    /** The same parts always give the same identity (RFC 9562 version 3 over the parts joined by |). */
    public static MatterId named(String... parts) {
        return new MatterId(UUID.nameUUIDFromBytes(String.join("|", parts).getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static MatterId of(String text) {
        return new MatterId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
