package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;

/** The centre's figures: the same ones, from the same place, as on the screens and in the exports. */
@Path("figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FiguresResource {

    @Inject
    Figures figures;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @GET
    @RolesAllowed({Roles.INTEGRATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
    public FigureDocument figures() {
        FigureSelection asked =
                FigureSelection.read(uri.getQueryParameters(), clock.instant(), installation.timeZone());
        if (asked.isAboutPeople() && !figures.maySeePeople()) {
            throw Refusal.of(ProblemKind.NOT_ALLOWED);
        }
        return FigureDocument.of(
                figures.table(asked.window(), asked.cut(), asked.grouping()),
                figures.updates(asked.window()),
                MeasureWords.in(ApiTexts.in(headers.getAcceptableLanguages()).language()));
    }
}
