package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.contact.DeskPapers;
import mx.gob.edomex.catgem.shared.MatterId;

/** What the citizen chose to tell, and the matter (asunto) the contact belongs to. */
@Named
@RequestScoped
public class CitizenCommands {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskPapers papers;

    public void identify() {
        answer.attempt(
                () -> papers.identify(
                        request.requiredContact(), request.text("name"), request.text("email"), request.text("phone")),
                "person",
                "head",
                "contacts",
                "talk");
    }

    public void link() {
        answer.attempt(
                () -> papers.link(request.requiredContact(), new MatterId(request.id("matter"))), "person", "head");
    }

    public void undoLink() {
        answer.attempt(() -> papers.undoLink(request.requiredContact()), "person", "head");
    }
}
