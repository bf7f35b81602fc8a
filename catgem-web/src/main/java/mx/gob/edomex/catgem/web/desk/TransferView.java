package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.contact.Colleagues.Colleague;
import mx.gob.edomex.catgem.contact.JoinedDesk;
import mx.gob.edomex.catgem.contact.JoinedDesk.Asked;
import mx.gob.edomex.catgem.contact.JoinedDesk.Joined;
import mx.gob.edomex.catgem.contact.Outbound;
import mx.gob.edomex.catgem.contact.TransferTopics.TopicChoice;
import mx.gob.edomex.catgem.contact.Transfers;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** Transfers on the desk: to whom, how it stands with a colleague asked in, what one was asked into; and new mails. */
@Named
@RequestScoped
public class TransferView {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    PageLanguage language;

    @Inject
    DeskView view;

    @Inject
    Transfers transfers;

    @Inject
    JoinedDesk desk;

    @Inject
    Outbound outbound;

    private Optional<Joined> joined;

    /** The sheet is about to be shown, for a contact that can be given away; a page that is only loaded asks nothing. */
    private boolean isOpen() {
        return request.words("parts").contains("transfer-body")
                && view.getContact() != null
                && view.getContact().card().state().isInHand();
    }

    public List<TopicChoice> getTopics() {
        return isOpen() ? transfers.topics(view.getSelected(), request.reader()) : List.of();
    }

    public List<Colleague> getColleagues() {
        return isOpen() ? transfers.colleagues(view.getSelected()) : List.of();
    }

    /** The colleague asked into the open contact, or null. */
    public Asked getAsked() {
        return view.getSelected() == null
                ? null
                : desk.asked(view.getSelected()).orElse(null);
    }

    /** The contact that this advisor was asked into and has joined, or null. */
    public Joined getJoined() {
        if (joined == null) {
            joined = desk.joined(request.reader());
        }
        return joined.orElse(null);
    }

    /** What was said in it, to the citizen and between the advisors. */
    public List<Line> getLines() {
        Joined one = getJoined();
        return one == null ? List.of() : Line.of(one.messages(), one.citizen(), one.notes(), movements(one.contact()));
    }

    /** Colleagues who came into the contact and left it, as lines of its conversation. */
    List<Line> movements(ContactId contact) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Transfer", language.getLocale());
        return desk.movements(contact).stream()
                .map(one -> Line.event(one.name(), texts.getString("was." + one.what()), one.at()))
                .toList();
    }

    public void transfer() {
        answer.attempt(this::give, DeskAnswer.EVERYTHING);
    }

    private void give() {
        ContactId contact = request.requiredContact();
        String note = request.text("note");
        switch (request.text("kind")) {
            case "WARM" -> transfers.ask(contact, request.text("to"), note);
            case "COLD" -> transfers.toAdvisor(contact, request.text("to"), note);
            default -> transfers.toTopic(contact, request.text("topic"), note);
        }
    }

    public void complete() {
        answer.attempt(() -> transfers.complete(request.requiredContact()), DeskAnswer.EVERYTHING);
    }

    public void takeBack() {
        answer.attempt(() -> transfers.takeBack(request.requiredContact()), "head", "talk");
    }

    public void say() {
        answer.attempt(() -> desk.say(request.requiredContact(), request.text("text")), "joined-talk");
    }

    public void stepOut() {
        answer.attempt(() -> desk.leave(request.requiredContact()), "joined", "presence", "offer");
    }

    private static Folio folio(String typed) {
        try {
            return Folio.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new ContactUnknown(typed);
        }
    }

    /** A new mail to the person of the folio; the page goes on in it. */
    public void write() {
        answer.attempt(
                () -> view.show(outbound.mail(folio(request.text("folio")), request.text("title"))),
                DeskAnswer.EVERYTHING);
    }
}
