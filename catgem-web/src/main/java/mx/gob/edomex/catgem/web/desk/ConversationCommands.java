package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.contact.DeskPapers;
import mx.gob.edomex.catgem.contact.DeskService;
import mx.gob.edomex.catgem.contact.SensitiveMarks;
import mx.gob.edomex.catgem.shared.ContactId;

/** What is written on the desk: drafts, messages, internal notes; and what is covered. */
@Named
@RequestScoped
public class ConversationCommands {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskService desk;

    @Inject
    DeskPapers papers;

    @Inject
    SensitiveMarks marks;

    public void draft() {
        answer.attempt(() -> papers.saveDraft(request.requiredContact(), request.text("text")));
    }

    public void send() {
        answer.attempt(
                () -> desk.send(request.requiredContact(), request.text("key"), request.text("text"), copies()),
                "talk",
                "head",
                "contacts",
                "steps",
                "today");
    }

    public void awaitCitizen() {
        answer.attempt(() -> desk.awaitCitizen(request.requiredContact()), "head", "contacts");
    }

    public void resume() {
        answer.attempt(() -> desk.resume(request.requiredContact()), "head", "contacts");
    }

    public void note() {
        answer.attempt(() -> papers.addNote(request.requiredContact(), request.text("text")), "talk");
    }

    public void sensitive() {
        answer.attempt(
                () -> {
                    ContactId contact = request.requiredContact();
                    if (!request.text("file").isEmpty()) {
                        marks.file(contact, request.id("file"));
                    } else if (!request.text("length").isEmpty()) {
                        int starts = Integer.parseInt(request.text("starts"));
                        marks.passage(contact, request.id("message"), starts, Integer.parseInt(request.text("length")));
                    } else {
                        marks.message(contact, request.id("message"));
                    }
                },
                "talk",
                "contacts");
    }

    private List<String> copies() {
        return Stream.of(request.text("cc").split("[,;\\s]+"))
                .filter(address -> !address.isBlank())
                .toList();
    }
}
