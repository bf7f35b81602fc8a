package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import mx.gob.edomex.catgem.contact.DeskQueries;
import mx.gob.edomex.catgem.contact.Outbound;
import mx.gob.edomex.catgem.security.Roles;

/** Mails that the centre writes first, on a matter it has. */
@Path("desk/mails")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeskMailResource {

    @Inject
    Outbound outbound;

    @Inject
    DeskQueries queries;

    @Context
    HttpHeaders headers;

    /** The contact is in the caller's hands; its mail is the message that is sent in it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public DeskDocument.Contact begin(DeskForm.Mail form) {
        DeskForm.Mail mail = Refusal.unlessGiven(form);
        return DeskDocument.Contact.of(queries.open(
                        outbound.mail(FolioText.parse(mail.folio()), mail.subject()),
                        ApiTexts.in(headers.getAcceptableLanguages()).language())
                .card());
    }
}
