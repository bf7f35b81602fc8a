package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.contact.DeskCards.Choice;
import mx.gob.edomex.catgem.contact.DeskCards.ContactCard;
import mx.gob.edomex.catgem.contact.DeskCards.OfferCard;
import mx.gob.edomex.catgem.contact.DeskCards.OpenContact;
import mx.gob.edomex.catgem.contact.DeskCards.OwnFigures;
import mx.gob.edomex.catgem.contact.DeskCards.TemplateText;
import mx.gob.edomex.catgem.contact.DeskQueries;
import mx.gob.edomex.catgem.contact.DeskService;
import mx.gob.edomex.catgem.contact.Interruptions;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.ChecklistItem;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.workforce.AdvisorStanding;
import mx.gob.edomex.catgem.workforce.PresenceService;

/** What the desk shows, read once a request and only if a fragment that is drawn asks for it. */
@Named
@RequestScoped
public class DeskView {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskQueries desk;

    @Inject
    DeskService service;

    @Inject
    Interruptions interruptions;

    @Inject
    PresenceService presence;

    @Inject
    Checklist checklist;

    @Inject
    TransferView transfers;

    private AdvisorStanding standing;
    private List<OfferCard> offers;
    private List<ContactCard> contacts;
    private List<Choice> reasons;
    private List<ChecklistItem> steps;
    private List<Line> lines;
    private OpenContact open;
    private ContactId selected;
    private boolean chosen;

    /** Draws the fragments the page names; what is on an advisor's screen counts as read. */
    public void refresh() {
        answer.attempt(
                () -> {
                    if (!request.text("seen").isEmpty()) {
                        read();
                    }
                },
                request.words("parts").toArray(String[]::new));
    }

    public void open() {
        answer.attempt(
                () -> {
                    if (getContact() != null && getContact().card().interruptedSince() != null) {
                        interruptions.opened(selected);
                        show(selected);
                    }
                    read();
                },
                DeskAnswer.CONTACT);
    }

    private void read() {
        if (getContact() != null && getContact().card().unread() > 0) {
            int last = getContact().messages().stream()
                    .filter(message -> message.author() == Author.CITIZEN)
                    .mapToInt(ConversationMessage::seq)
                    .max()
                    .orElse(0);
            service.read(selected, last);
            contacts = null;
        }
    }

    /** Another contact than the page's is to be shown: the one just accepted, or what is left after closing. */
    void show(ContactId contact) {
        selected = contact;
        chosen = true;
        open = null;
        contacts = null;
        lines = null;
        steps = null;
    }

    /** The contact that was open is not the advisor's any more: the first of what is left. */
    void showFirst() {
        show(desk.contacts(request.reader()).stream()
                .findFirst()
                .map(ContactCard::contact)
                .orElse(null));
    }

    public AdvisorStanding getStanding() {
        if (standing == null) {
            standing = presence.mine();
        }
        return standing;
    }

    public OfferCard getOffer() {
        if (offers == null) {
            offers = desk.offers(request.reader());
        }
        return offers.isEmpty() ? null : offers.get(0);
    }

    public long getOfferSeconds() {
        return Duration.between(getOffer().madeAt(), getOffer().expiresAt()).toSeconds();
    }

    public List<ContactCard> getContacts() {
        if (contacts == null) {
            contacts = desk.contacts(request.reader());
        }
        return contacts;
    }

    /** The page's contact while it is the advisor's; else the first of theirs, or null. */
    public ContactId getSelected() {
        if (!chosen) {
            Optional<ContactId> asked = request.contact().filter(this::isMine);
            selected = asked.orElseGet(() ->
                    getContacts().stream().findFirst().map(ContactCard::contact).orElse(null));
            chosen = true;
        }
        return selected;
    }

    private boolean isMine(ContactId contact) {
        return getContacts().stream().anyMatch(card -> card.contact().equals(contact));
    }

    public OpenContact getContact() {
        if (open == null && getSelected() != null) {
            open = desk.open(selected, request.reader());
        }
        return open;
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = getContact() == null
                    ? List.of()
                    : Line.of(open.messages(), open.card().citizen(), open.notes(), transfers.movements(getSelected()));
        }
        return lines;
    }

    /** The whole plain text of the message the page asks about, to choose a passage from. */
    public String getPlainText() {
        return getContact() == null || request.text("message").isEmpty()
                ? ""
                : getContact().messages().stream()
                        .filter(message -> message.id().equals(request.id("message")))
                        .map(ConversationMessage::text)
                        .findFirst()
                        .orElse("");
    }

    public List<ChecklistItem> getSteps() {
        if (steps == null) {
            steps = getSelected() == null ? List.of() : checklist.of(selected, request.reader());
        }
        return steps;
    }

    public List<TemplateText> getTemplates() {
        ContactCard card = getContact().card();
        return desk.templates(card.channel(), card.language());
    }

    public List<Choice> getTopics() {
        return desk.topics(request.reader());
    }

    public List<Choice> getReasons() {
        if (reasons == null) {
            reasons = desk.auxiliaryReasons(request.reader());
        }
        return reasons;
    }

    public String reasonName(String code) {
        return getReasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(Choice::name)
                .findFirst()
                .orElse(code);
    }

    public OwnFigures getToday() {
        return desk.today();
    }

    public String icon(Channel channel) {
        return switch (channel) {
            case PHONE -> "pi-phone";
            case CHAT -> "pi-comments";
            case EMAIL -> "pi-envelope";
            case SOCIAL -> "pi-share-alt";
        };
    }
}
