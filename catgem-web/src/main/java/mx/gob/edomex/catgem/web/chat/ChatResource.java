package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.channel.chat.ChatPolicy;
import mx.gob.edomex.catgem.channel.chat.ChatService;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.channel.chat.ChatWelcome;
import mx.gob.edomex.catgem.channel.chat.StartChat;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;

/** What a citizen's page asks for over HTTP: everything before the socket, and all of it where no socket works. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChatResource {

    static final String TOKEN = "X-Chat-Token";

    @Inject
    ChatWelcome welcome;

    @Inject
    ChatService service;

    @Inject
    ChatPolls polls;

    @Inject
    ChatLimits limits;

    @Inject
    Installation installation;

    @Context
    HttpServletRequest request;

    @GET
    @Path("/welcome")
    public JsonObject welcome(@QueryParam("language") String wanted) {
        Language language = language(wanted);
        PrivacyNotices.Notice notice = welcome.notice(language);
        JsonArrayBuilder topics = Json.createArrayBuilder();
        welcome.topics(language)
                .forEach(topic -> topics.add(
                        Json.createObjectBuilder().add("code", topic.code()).add("name", topic.name())));
        ChatWelcome.Standing standing = welcome.standing(language);
        return Json.createObjectBuilder()
                .add("open", standing.open())
                .add("opensAt", ChatJson.value(standing.opensAt()))
                .add("line", standing.line().name())
                .add("band", ChatJson.value(standing.band()))
                .add("zone", installation.timeZone().getId())
                .add("greeting", ChatJson.value(welcome.greeting(language).orElse(null)))
                .add("notice", notice.version())
                .add("short", notice.shortText())
                .add("full", notice.fullText())
                .add("topics", topics)
                .add("maxText", ChatPolicy.MAX_TEXT)
                .add("maxFile", FilePolicy.MAX_BYTES)
                .build();
    }

    @POST
    @Path("/session")
    public Response start(JsonObject body) {
        if (!limits.mayStart(request.getRemoteAddr())) {
            throw new TooFast();
        }
        ChatToken token = service.start(new StartChat(
                language(ChatJson.text(body, "language")),
                ChatJson.text(body, "topic"),
                ChatJson.text(body, "name"),
                ChatJson.text(body, "notice"),
                ChatJson.text(body, "earlier")));
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(Json.createObjectBuilder().add("token", token.value()).build())
                .build();
    }

    /**
     * What came after a position; when there is nothing new, the answer waits until there is, or 20 s.
     *
     * @param mark the state the page shows, or empty to be answered at once
     */
    @GET
    @Path("/session")
    public void view(
            @HeaderParam(TOKEN) String token,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("mark") @DefaultValue("") String mark,
            @Suspended AsyncResponse answer) {
        ChatToken credential = asking(token);
        service.seen(credential);
        polls.answer(credential, after, mark, answer);
    }

    @POST
    @Path("/messages")
    public JsonObject send(@HeaderParam(TOKEN) String token, JsonObject body) {
        ChatToken credential = new ChatToken(token);
        if (!limits.mayWrite(credential)) {
            throw new TooFast();
        }
        return ChatJson.receipt(service.send(credential, ChatJson.text(body, "id"), ChatJson.text(body, "text")));
    }

    @POST
    @Path("/typing")
    public void typing(@HeaderParam(TOKEN) String token) {
        service.typing(asking(token));
    }

    @POST
    @Path("/end")
    public void end(@HeaderParam(TOKEN) String token) {
        service.end(asking(token));
    }

    @POST
    @Path("/transcript")
    public void transcript(@HeaderParam(TOKEN) String token, JsonObject body) {
        service.askTranscript(asking(token), ChatJson.text(body, "address"));
    }

    private ChatToken asking(String token) {
        ChatToken credential = new ChatToken(token);
        if (!limits.mayAsk(credential)) {
            throw new TooFast();
        }
        return credential;
    }

    private static Language language(String text) {
        return "EN".equalsIgnoreCase(text) ? Language.EN : Language.ES;
    }
}
