package mx.gob.edomex.catgem.rules;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ExecutionId;

/** Identity of one draft of rules, and of its execution of procedure PRF. */
public record RuleDraftId(UUID value) implements Serializable {

    public RuleDraftId {
        Objects.requireNonNull(value, "draft id");
    }

    /** @throws RuleDraftUnknown when the text is no id of a draft */
    public static RuleDraftId of(String text) {
        try {
            return new RuleDraftId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new RuleDraftUnknown();
        }
    }

    ExecutionId execution() {
        return new ExecutionId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
