package mx.gob.edomex.catgem.web.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;

/**
 * Where an accepted contact is found.
 *
 * @param id the contact's identity, known at once
 * @param folio null while intake has not opened the contact
 * @param self address of the contact, or of its arrival while there is no folio
 */
@JsonbPropertyOrder({"id", "folio", "self"})
public record ContactReference(String id, String folio, URI self) {}
