package mx.gob.edomex.catgem.web.chat;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import mx.gob.edomex.catgem.shared.Trouble;

/** The database or the broker is away: nothing was taken, and the page, which keeps it, tries again. */
public class ChatOutages implements ExceptionMapper<EJBException> {

    static final Trouble TROUBLE = new Trouble(ChatOutages.class, "chats are put off");

    @Override
    public Response toResponse(EJBException exception) {
        TROUBLE.met(exception);
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", 5)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ChatJson.refusal(null, "Unavailable"))
                .build();
    }
}
