package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import mx.gob.edomex.catgem.channel.ApiIntake;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;

/** Accepted contacts that had no folio yet when they were handed over. */
@Path("arrivals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ArrivalsResource {

    @Inject
    ApiIntake intake;

    @Inject
    ContactBook contacts;

    @Context
    UriInfo uri;

    /** 303 to the contact once it has a folio, 200 while it waits for one. */
    @GET
    @Path("{id: [0-9a-f-]{36}}")
    @RolesAllowed({Roles.INTEGRATION, Roles.SUPERVISOR})
    public Response find(@PathParam("id") String id) {
        ContactId contact = identity(id);
        if (!intake.knows(contact)) {
            throw new ContactUnknown(id);
        }
        References references = new References(uri);
        return contacts.find(contact)
                .map(standing -> references.opened(Response.Status.SEE_OTHER, contact, standing.folio()))
                .orElseGet(() -> references.waiting(Response.Status.OK, contact));
    }

    private static ContactId identity(String id) {
        try {
            return ContactId.of(id);
        } catch (IllegalArgumentException e) {
            throw new ContactUnknown(id);
        }
    }
}
