package mx.gob.edomex.catgem.evidence;

import java.util.UUID;

/** The version of a procedure that a contact is held to from beginning to end. */
public record PinnedVersion(UUID id, String procedure, int number, boolean proposal) {}
