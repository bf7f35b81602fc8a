package mx.gob.edomex.catgem.evidence;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * One run through a procedure. The attention of a contact has the contact's id; any other work, such as the update of
 * an entry, has an id of its own, and its events name no contact.
 */
public record ExecutionId(UUID value) implements Serializable {

    public ExecutionId {
        Objects.requireNonNull(value, "execution id");
    }

    public static ExecutionId of(ContactId contact) {
        return new ExecutionId(contact.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
