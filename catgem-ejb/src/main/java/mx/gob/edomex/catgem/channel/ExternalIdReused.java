package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The program used this external id before, for a contact with other content. */
public class ExternalIdReused extends Violation {
    public ExternalIdReused(String externalId) {
        super("external id " + externalId + " names another contact");
    }
}
