package mx.gob.edomex.catgem.web.chat;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The database or the broker is away: nothing was taken, and the page, which keeps it, tries again. */
public class ChatOutages implements ExceptionMapper<EJBException> {

    private static final System.Logger LOG = System.getLogger(ChatOutages.class.getName());

    @Override
    public Response toResponse(EJBException exception) {
        LOG.log(System.Logger.Level.WARNING, "a chat request could not be handled", exception);
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", 5)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ChatJson.refusal(null, "Unavailable"))
                .build();
    }
}
