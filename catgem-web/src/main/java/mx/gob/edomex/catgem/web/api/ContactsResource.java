package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.channel.ApiIntake;
import mx.gob.edomex.catgem.contact.ContactPage;
import mx.gob.edomex.catgem.contact.ContactQueries;
import mx.gob.edomex.catgem.contact.CursorInvalid;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;

/** Contacts: handing one over, reading one, finding many. */
@Path("contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {

    /** @param next address of the following page; absent on the last one */
    @JsonbPropertyOrder({"contacts", "next"})
    public record Page(List<ContactSummary> contacts, URI next) {}

    @Inject
    ApiIntake intake;

    @Inject
    FolioWait folios;

    @Inject
    ContactQueries queries;

    @Inject
    Clock clock;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** 201 with the folio; 200 for a repeat of the same external id; 202 when intake needs longer than 5 s. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTEGRATION, Roles.SUPERVISOR})
    public Response accept(ContactForm form) {
        ApiIntake.Accepted accepted = intake.accept(Refusal.unlessGiven(form).contact());
        ContactId contact = accepted.contact();
        References references = new References(uri);
        Response.Status status = accepted.isNew() ? Response.Status.CREATED : Response.Status.OK;
        return folios.of(contact)
                .map(folio -> references.opened(status, contact, folio))
                .orElseGet(() -> references.waiting(Response.Status.ACCEPTED, contact));
    }

    @GET
    @RolesAllowed({Roles.INTEGRATION, Roles.COORDINATOR, Roles.SUPERVISOR})
    public Response list() {
        ContactPage page;
        try {
            page = queries.list(ContactSelection.read(uri.getQueryParameters()), language());
        } catch (CursorInvalid e) {
            throw Refusal.invalid(FieldFault.of("cursor", "cursor"));
        }
        Instant now = clock.instant();
        References references = new References(uri);
        URI next = page.nextCursor() == null
                ? null
                : uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", page.nextCursor())
                        .build();
        List<ContactSummary> contacts = page.lines().stream()
                .map(line -> ContactSummary.of(line, references, now))
                .toList();
        Response.ResponseBuilder answer = Response.ok(new Page(contacts, next));
        return next == null ? answer.build() : answer.link(next, "next").build();
    }

    @GET
    @Path("{folio}")
    @RolesAllowed({Roles.INTEGRATION, Roles.COORDINATOR, Roles.SUPERVISOR})
    public ContactDetail find(@PathParam("folio") String typed) {
        Folio folio = FolioText.parse(typed);
        return ContactDetail.of(queries.card(folio, language()), new References(uri), clock.instant());
    }

    private Language language() {
        return ApiTexts.in(headers.getAcceptableLanguages()).language();
    }
}
