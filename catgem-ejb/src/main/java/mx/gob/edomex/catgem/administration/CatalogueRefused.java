package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A row of a catalogue would break a rule: which one ({@link #reason}), and of which field, empty when of the whole row. */
public class CatalogueRefused extends Violation {

    private final String reason;
    private final String field;

    public CatalogueRefused(String reason, String field) {
        super(reason + " " + field);
        this.reason = reason;
        this.field = field;
    }

    public String reason() {
        return reason;
    }

    public String field() {
        return field;
    }
}
