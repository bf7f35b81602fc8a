package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A colleague is told why they get the contact. */
public class TransferNeedsANote extends Violation {
    public TransferNeedsANote(String username) {
        super("no note for " + username);
    }
}
