package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import mx.gob.edomex.catgem.contact.DeskQueries;
import mx.gob.edomex.catgem.contact.Transfers;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;

/** Transfers of a contact in the caller's hands. */
@Path("desk/contacts/{folio}/transfer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeskTransferResource {

    @Inject
    Transfers transfers;

    @Inject
    DeskQueries queries;

    /** Cold to a topic or a colleague; warm: the colleague is asked in, and the contact stays. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void transfer(@PathParam("folio") String folio, DeskForm.Transfer form) {
        DeskForm.Transfer wanted = Refusal.unlessGiven(form);
        ContactId contact = inHand(folio);
        switch (wanted.kind()) {
            case TOPIC -> transfers.toTopic(contact, wanted.topic(), wanted.note());
            case WARM -> transfers.ask(contact, wanted.advisor(), wanted.note());
            case COLD -> transfers.toAdvisor(contact, wanted.advisor(), wanted.note());
        }
    }

    /** The colleague who was asked in and has accepted goes on with it. */
    @POST
    @Path("complete")
    @RolesAllowed(Roles.ADVISOR)
    public void complete(@PathParam("folio") String folio) {
        transfers.complete(inHand(folio));
    }

    /** The caller goes on; whoever was asked in is free. */
    @DELETE
    @RolesAllowed(Roles.ADVISOR)
    public void takeBack(@PathParam("folio") String folio) {
        transfers.takeBack(inHand(folio));
    }

    private ContactId inHand(String typed) {
        return queries.inHand(FolioText.parse(typed)).orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND));
    }
}
