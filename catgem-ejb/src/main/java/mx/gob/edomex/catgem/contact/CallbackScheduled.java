package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import mx.gob.edomex.catgem.shared.ContactId;

/** A contact waits to be phoned from a moment on. */
public record CallbackScheduled(ContactId contact, Instant dueAt) {}
