package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.contact.DeskPapers;
import mx.gob.edomex.catgem.contact.DeskService;

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
        boolean file = !request.text("file").isEmpty();
        answer.attempt(
                () -> desk.markSensitive(
                        request.requiredContact(),
                        file ? null : request.id("message"),
                        file ? request.id("file") : null),
                "talk");
    }

    private List<String> copies() {
        return Stream.of(request.text("cc").split("[,;\\s]+"))
                .filter(address -> !address.isBlank())
                .toList();
    }
}
