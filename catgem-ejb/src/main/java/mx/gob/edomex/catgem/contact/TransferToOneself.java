package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A contact is transferred to somebody else. */
public class TransferToOneself extends Violation {
    public TransferToOneself(String username) {
        super(username + " has the contact already");
    }
}
