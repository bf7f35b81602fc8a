package mx.gob.edomex.catgem.correction;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identity of a finding, also once it is a nonconformity. */
public record FindingId(UUID value) implements Serializable {

    public FindingId {
        Objects.requireNonNull(value, "finding id");
    }

    /** @throws FindingUnknown when the text is no id of a finding */
    public static FindingId of(String text) {
        try {
            return new FindingId(UUID.fromString(text));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new FindingUnknown();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
