package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import mx.gob.edomex.catgem.contact.PublicFolios;
import mx.gob.edomex.catgem.shared.Folio;

/** What anyone who holds a folio may know: how it stands and since which day. */
@Path("public/folios")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PublicFolioResource {

    /** @param date local day of the centre on which the contact was opened or, when CLOSED, ended */
    @JsonbPropertyOrder({"folio", "state", "date"})
    public record FolioState(String folio, PublicFolios.State state, LocalDate date) {}

    @Inject
    PublicFolios folios;

    @Inject
    PublicLimits limits;

    @GET
    @Path("{folio}")
    @PermitAll
    public Response find(@PathParam("folio") String typed, @Context HttpServletRequest request) {
        OptionalLong wait = limits.lookup(request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Refusal.of(
                    ProblemKind.TOO_MANY_REQUESTS, Map.of(HttpHeaders.RETRY_AFTER, Long.toString(wait.getAsLong())));
        }
        Folio folio = FolioText.parse(typed);
        FolioState state = folios.find(folio)
                .map(standing -> new FolioState(folio.value(), standing.state(), standing.date()))
                .orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND));
        return Response.ok(state).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
