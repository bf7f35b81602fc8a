package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.WindowTooShort;
import mx.gob.edomex.catgem.channel.chat.ChatCallbacks;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.channel.chat.StartChat;
import mx.gob.edomex.catgem.shared.Language;

/** A citizen at the chat's page asks to be phoned, in the middle of waiting or without having written anything. */
@Path("/callback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CallbackResource {

    @Inject
    ChatCallbacks callbacks;

    @Inject
    ChatLimits limits;

    @Context
    HttpServletRequest request;

    /** 204 in a chat; 201 with a token by which the page can show what was asked, without one. */
    @POST
    public Response ask(@HeaderParam(ChatResource.TOKEN) String token, JsonObject body) {
        if (token != null) {
            ChatToken credential = new ChatToken(token);
            if (!limits.mayWrite(credential)) {
                throw new TooFast();
            }
            callbacks.ask(credential, wish(body), ChatJson.text(body, "reason"));
            return Response.noContent().build();
        }
        if (!limits.mayStart(request.getRemoteAddr())) {
            throw new TooFast();
        }
        StartChat start = new StartChat(
                "EN".equalsIgnoreCase(ChatJson.text(body, "language")) ? Language.EN : Language.ES,
                ChatJson.text(body, "topic"),
                ChatJson.text(body, "name"),
                ChatJson.text(body, "notice"),
                ChatJson.text(body, "earlier"));
        ChatToken made = callbacks.begin(start, wish(body), ChatJson.text(body, "reason"));
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(Json.createObjectBuilder().add("token", made.value()).build())
                .build();
    }

    private static CallbackWish wish(JsonObject body) {
        return new CallbackWish(CallbackWish.number(ChatJson.text(body, "number")), window(body));
    }

    /** What cannot be read as a day and hours is no window at all. */
    private static CallbackWindow window(JsonObject body) {
        String zone = ChatJson.text(body, "zone");
        try {
            return CallbackWindow.of(
                    LocalDate.parse(String.valueOf(ChatJson.text(body, "day"))),
                    LocalTime.parse(String.valueOf(ChatJson.text(body, "from"))),
                    LocalTime.parse(String.valueOf(ChatJson.text(body, "to"))),
                    zone);
        } catch (DateTimeException e) {
            throw new WindowTooShort();
        }
    }
}
