package mx.gob.edomex.catgem.review;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identity of a management review. */
public record ReviewId(UUID value) implements Serializable {

    public ReviewId {
        Objects.requireNonNull(value, "review id");
    }

    /** @throws ReviewUnknown when the text is no id of a review */
    public static ReviewId of(String text) {
        try {
            return new ReviewId(UUID.fromString(text));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ReviewUnknown();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
