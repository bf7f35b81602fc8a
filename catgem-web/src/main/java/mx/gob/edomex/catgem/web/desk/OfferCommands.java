package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.contact.OfferService;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;

/** Takes an offer, or gives it back with a reason. */
@Named
@RequestScoped
public class OfferCommands {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskView view;

    @Inject
    TransferView transfers;

    @Inject
    OfferService offers;

    public void accept() {
        answer.attempt(this::take, DeskAnswer.EVERYTHING);
    }

    /** A contact one was asked into stays with who asked: it is opened beside one's own. */
    private void take() {
        ContactId taken = offers.accept(offer());
        boolean joined =
                transfers.getJoined() != null && transfers.getJoined().contact().equals(taken);
        answer.say("joined", joined);
        if (!joined) {
            view.show(taken);
        }
    }

    public void reject() {
        answer.attempt(() -> offers.reject(offer(), request.text("reason")), "offer", "presence", "contacts");
    }

    private OfferId offer() {
        return new OfferId(request.id("offer"));
    }
}
