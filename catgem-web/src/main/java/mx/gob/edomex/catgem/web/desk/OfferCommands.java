package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.contact.OfferService;
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
    OfferService offers;

    public void accept() {
        answer.attempt(() -> view.show(offers.accept(offer())), DeskAnswer.EVERYTHING);
    }

    public void reject() {
        answer.attempt(() -> offers.reject(offer(), request.text("reason")), "offer", "presence", "contacts");
    }

    private OfferId offer() {
        return new OfferId(request.id("offer"));
    }
}
