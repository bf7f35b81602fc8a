package mx.gob.edomex.catgem.web.chat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import mx.gob.edomex.catgem.shared.Violation;

/** A refusal carries the code of the rule; the page has the words for it. */
public class ChatRefusals implements ExceptionMapper<Violation> {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    @Override
    public Response toResponse(Violation violation) {
        Response.ResponseBuilder answer = Response.status(status(violation.code()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ChatJson.refusal(null, violation.code()));
        return (violation instanceof TooFast ? answer.header("Retry-After", 3) : answer).build();
    }

    static int status(String code) {
        return switch (code) {
            case "ChatUnknown", "SurveyUnknown" -> Response.Status.NOT_FOUND.getStatusCode();
            case "ChatHasEnded", "SurveyAlreadyAnswered", "CentreClosed", "QueueFull", "CallbackNotPossible" ->
                Response.Status.CONFLICT.getStatusCode();
            case "SurveyExpired" -> Response.Status.GONE.getStatusCode();
            case "FileTooLarge" -> Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
            case "FileTypeNotAllowed" -> Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode();
            case "TooFast" -> TOO_MANY_REQUESTS;
            default -> UNPROCESSABLE;
        };
    }
}
