package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.DeskCards.Choice;
import mx.gob.edomex.catgem.contact.DeskQueries;
import mx.gob.edomex.catgem.contact.DeskService;
import mx.gob.edomex.catgem.contact.ExtensionReason;
import mx.gob.edomex.catgem.contact.Outcome;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.ChecklistItem;
import mx.gob.edomex.catgem.evidence.StepState;
import mx.gob.edomex.catgem.shared.ContactId;

/** The steps an advisor declares, and the end of a contact in all its ways. */
@Named
@RequestScoped
public class ClosingCommands {
    /** Proposed until the advisor chooses; by far the most frequent. */
    private static final String USUAL = "INFORMATION_GIVEN";

    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskView view;

    @Inject
    DeskQueries queries;

    @Inject
    DeskService desk;

    @Inject
    Checklist checklist;

    public List<Choice> getDispositions() {
        return queries.dispositions(request.reader());
    }

    public List<ExtensionReason> getExtensionReasons() {
        return List.of(ExtensionReason.values());
    }

    /** Nothing is proposed before an answer was given: then only the advisor knows how it ended. */
    public String getProposed() {
        return view.getContact() != null && view.getContact().card().deliveredAt() != null ? USUAL : "";
    }

    public List<ChecklistItem> getMissing() {
        return view.getSelected() == null
                ? List.of()
                : checklist.missing(view.getSelected(), Outcome.RESOLVED.name(), request.reader());
    }

    public boolean isDeclarable() {
        return view.getContact().card().state() != ContactState.AFTER_CALL_WORK;
    }

    public void declare() {
        answer.attempt(
                () -> declare(request.requiredContact(), Act.valueOf(request.text("act"))),
                "steps",
                "head",
                "contacts");
    }

    private void declare(ContactId contact, Act act) {
        switch (act) {
            case CONSULT -> desk.knownByHeart(contact);
            case CLASSIFY -> desk.classify(contact, view.getContact().card().topicCode());
            default -> desk.declare(contact, act);
        }
    }

    public void classify() {
        answer.attempt(
                () -> desk.classify(request.requiredContact(), request.text("value")), "steps", "head", "contacts");
    }

    /** The conversation is over, the classification comes after. */
    public void finish() {
        answer.attempt(() -> desk.end(request.requiredContact()), DeskAnswer.CONTACT);
    }

    public void close() {
        answer.attempt(
                () -> {
                    ContactId contact = request.requiredContact();
                    classifyBefore(contact);
                    request.words("declared").forEach(act -> declare(contact, Act.valueOf(act)));
                    desk.close(contact, request.text("disposition"));
                    view.showFirst();
                },
                DeskAnswer.EVERYTHING);
    }

    /** The topic stands in the closing sheet, so that classifying costs no step of its own. */
    private void classifyBefore(ContactId contact) {
        String topic = request.text("topic");
        boolean pending = view.getSteps().stream()
                .anyMatch(step -> step.act() == Act.CLASSIFY && step.state() == StepState.PENDING);
        if (!topic.isEmpty()
                && isDeclarable()
                && (pending || !topic.equals(view.getContact().card().topicCode()))) {
            desk.classify(contact, topic);
        }
    }

    public void extend() {
        answer.attempt(
                () -> desk.extendAfterCallWork(
                        request.requiredContact(), request.constant("reason", ExtensionReason.class)),
                "closing",
                "contacts",
                "head");
    }

    public void emergency() {
        answer.attempt(() -> desk.emergency(request.requiredContact()), "talk", "head", "steps");
    }

    public void abuse() {
        answer.attempt(
                () -> {
                    int warnings = desk.abuse(request.requiredContact());
                    answer.say("warnings", warnings);
                    if (warnings > 2) {
                        view.showFirst();
                    }
                },
                DeskAnswer.EVERYTHING);
    }
}
