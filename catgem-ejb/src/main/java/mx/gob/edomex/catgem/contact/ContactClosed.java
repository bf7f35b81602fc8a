package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * A contact that was attended is being closed; fired in the closing transaction, before the step CLOSE ends the
 * procedure.
 *
 * @param advisor who attended it last; what is credited is credited to them, whatever becomes of the matter later
 */
public record ContactClosed(ContactId contact, Outcome outcome, String advisor, Instant at) {}
