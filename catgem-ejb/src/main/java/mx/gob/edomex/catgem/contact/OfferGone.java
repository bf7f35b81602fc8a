package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Violation;

/** The offer was answered, withdrawn or has run out. */
public class OfferGone extends Violation {
    public OfferGone(OfferId offer) {
        super("offer " + offer + " is not live");
    }
}
