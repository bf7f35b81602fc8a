package mx.gob.edomex.catgem.shared;

import jakarta.ejb.ApplicationException;

/**
 * A business rule that the caller's request would break. Subclasses are named as the sentence of the rule;
 * the simple class name is the key of the message shown ({@code violation.<Name>}). Rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Violation extends RuntimeException {

    protected Violation(String message) {
        super(message);
    }

    /** Key of the screen message and {@code type} of the API's problem document. */
    public String code() {
        return getClass().getSimpleName();
    }
}
