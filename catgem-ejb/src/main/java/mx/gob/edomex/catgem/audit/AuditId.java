package mx.gob.edomex.catgem.audit;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identity of an audit. */
public record AuditId(UUID value) implements Serializable {

    public AuditId {
        Objects.requireNonNull(value, "audit id");
    }

    /** @throws AuditUnknown when the text is no id of an audit */
    public static AuditId of(String text) {
        try {
            return new AuditId(UUID.fromString(text));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new AuditUnknown();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
