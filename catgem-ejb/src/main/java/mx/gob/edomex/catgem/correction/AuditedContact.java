package mx.gob.edomex.catgem.correction;

import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * What an internal audit found in a contact.
 *
 * @param mark where the auditor's words are
 * @param step null when it is about the contact as a whole
 * @param staff who attended it
 * @param at when the contact was closed
 */
public record AuditedContact(UUID mark, ContactId contact, String procedure, String step, String staff, Instant at) {}
