package mx.gob.edomex.catgem.channel;

import java.util.Optional;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.MatterId;

/** What a gateway must know of a contact it once handed over; kept by the contact domain. */
public interface ContactBook {

    /**
     * @param open false when the contact has ended, or the centre began it: what arrives now is a new contact on the same matter
     * @param advisor user name of who is offered or has it; null while it is nobody's
     */
    record Standing(ContactId contact, Folio folio, MatterId matter, boolean open, String advisor) {}

    /** Empty while intake has not opened the contact yet, or when there is none. */
    Optional<Standing> find(ContactId contact);

    Optional<Standing> find(Folio folio);
}
