package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.DeskCards.ContactCard;
import mx.gob.edomex.catgem.contact.DeskCards.OfferCard;
import mx.gob.edomex.catgem.contact.HandOverService;
import mx.gob.edomex.catgem.contact.HandOverService.Order;
import mx.gob.edomex.catgem.contact.HandOverService.Receiver;
import mx.gob.edomex.catgem.contact.Handover;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.workforce.OwnShift;
import mx.gob.edomex.catgem.workforce.OwnShift.Planned;

/** The shift in the top bar, what colleagues handed over, and leaving with open contacts. */
@Named
@RequestScoped
public class HandOverView {

    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskView view;

    @Inject
    HandOverService service;

    @Inject
    OwnShift ownShift;

    private Optional<Planned> planned;
    private List<Handover> unseen;

    /** The shift that runs or comes next, or null. */
    public Planned getPlanned() {
        if (planned == null) {
            planned = ownShift.currentOrNext();
        }
        return planned.orElse(null);
    }

    public String getShiftName() {
        return getPlanned().shift().name(request.reader());
    }

    /** Handed over to this advisor, and not looked at. */
    public List<Handover> getUnseen() {
        if (unseen == null) {
            unseen = service.unseen(request.reader());
        }
        return unseen;
    }

    /** What comes with the contact that is being offered, or null. */
    public Handover of(OfferCard offer) {
        return service.offered(offer.contact(), request.reader()).orElse(null);
    }

    /** What must be decided before leaving; after-call work only has to be classified. */
    public List<ContactCard> getOpen() {
        return view.getContacts();
    }

    public boolean finished(ContactCard card) {
        return card.state() == ContactState.AFTER_CALL_WORK;
    }

    /** The answer as far as it is written, which goes along; or null. */
    public String draft(ContactCard card) {
        return service.draft(card.contact()).orElse(null);
    }

    public List<Receiver> receivers(ContactCard card) {
        return service.receivers(card.contact());
    }

    /** Looked at: it leaves the list and is opened. */
    public void seen() {
        answer.attempt(
                () -> {
                    service.seen(request.requiredContact());
                    view.show(request.requiredContact());
                },
                DeskAnswer.EVERYTHING);
    }

    /** Each contact named is handed over, and the state becomes offline when nothing is in hand any more. */
    public void leave() {
        answer.attempt(
                () -> service.leave(
                        request.words("contacts").stream().map(this::order).toList()),
                DeskAnswer.EVERYTHING);
    }

    private Order order(String contact) {
        String to = request.text("to-" + contact);
        return new Order(ContactId.of(contact), to.isEmpty() ? null : to, request.text("note-" + contact));
    }
}
