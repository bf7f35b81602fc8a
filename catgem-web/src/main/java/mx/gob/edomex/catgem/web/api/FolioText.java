package mx.gob.edomex.catgem.web.api;

import mx.gob.edomex.catgem.shared.Folio;

/** Reads a folio from an address; a typing error is told apart from a folio that does not exist. */
final class FolioText {

    private FolioText() {}

    static Folio parse(String typed) {
        try {
            return Folio.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(FieldFault.of("folio", "folio"));
        }
    }
}
