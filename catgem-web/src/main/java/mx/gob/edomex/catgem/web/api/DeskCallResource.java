package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import mx.gob.edomex.catgem.contact.CallCards;
import mx.gob.edomex.catgem.contact.CallService;
import mx.gob.edomex.catgem.contact.DeskQueries;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;

/** The call that a callback in the caller's hands is for: whom to dial, and what came of it. */
@Path("desk/contacts/{folio}/call")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeskCallResource {

    @Inject
    CallCards cards;

    @Inject
    CallService calls;

    @Inject
    DeskQueries queries;

    @GET
    @RolesAllowed(Roles.ADVISOR)
    public DeskDocument.Call read(@PathParam("folio") String folio) {
        return cards.of(inHand(folio)).map(DeskDocument.Call::of).orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND));
    }

    /** All but ANSWERED takes the contact out of the caller's hands. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void said(@PathParam("folio") String folio, DeskForm.CallSaid form) {
        DeskForm.CallSaid said = Refusal.unlessGiven(form);
        ContactId contact = inHand(folio);
        switch (said.result()) {
            case ANSWERED -> calls.answered(contact);
            case NO_ANSWER, BUSY -> calls.notReached(contact, said.result());
            case WRONG_NUMBER -> calls.wrongNumber(contact);
            case ANOTHER_TIME -> calls.anotherTime(contact, said.window());
        }
    }

    private ContactId inHand(String typed) {
        return queries.inHand(FolioText.parse(typed)).orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND));
    }
}
