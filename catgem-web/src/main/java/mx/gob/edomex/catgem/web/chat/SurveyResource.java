package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.channel.chat.ChatViews;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.survey.AnswerNotValid;
import mx.gob.edomex.catgem.survey.SurveyAnswers;
import mx.gob.edomex.catgem.survey.SurveyForm;
import mx.gob.edomex.catgem.survey.SurveyService;
import mx.gob.edomex.catgem.survey.SurveyToken;

/**
 * The survey for a citizen's page: in place after a chat, where the chat's token is the credential, or by the link of a
 * mail, whose token comes in a header and so in no log.
 */
@Path("/survey")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SurveyResource {

    static final String LINK = "X-Survey-Token";

    @Inject
    SurveyService surveys;

    @Inject
    ChatViews chats;

    @Inject
    ChatLimits limits;

    @Context
    HttpServletRequest request;

    @GET
    public Response form(
            @HeaderParam(ChatResource.TOKEN) String chat,
            @HeaderParam(LINK) String link,
            @QueryParam("language") String wanted) {
        Language language = wanted == null ? null : "EN".equalsIgnoreCase(wanted) ? Language.EN : Language.ES;
        SurveyForm form = link == null ? surveys.form(contact(chat), language) : surveys.form(asking(link), language);
        return Response.ok(json(form)).header("Cache-Control", "no-store").build();
    }

    @POST
    public JsonObject answer(
            @HeaderParam(ChatResource.TOKEN) String chat, @HeaderParam(LINK) String link, JsonObject body) {
        SurveyAnswers answers = new SurveyAnswers(codes(body), ChatJson.text(body, "comment"));
        if (link == null) {
            surveys.answer(contact(chat), answers);
        } else {
            surveys.answer(asking(link), answers);
        }
        return Json.createObjectBuilder()
                .add("state", SurveyForm.State.ANSWERED.name())
                .build();
    }

    private ContactId contact(String chat) {
        ChatToken credential = new ChatToken(chat);
        if (!limits.mayAsk(credential)) {
            throw new TooFast();
        }
        return chats.view(credential, Integer.MAX_VALUE).contact();
    }

    private SurveyToken asking(String link) {
        if (!limits.mayAskByLink(request.getRemoteAddr())) {
            throw new TooFast();
        }
        return new SurveyToken(link);
    }

    private static Map<Integer, String> codes(JsonObject body) {
        if (body == null || !(body.get("answers") instanceof JsonObject answers)) {
            throw new AnswerNotValid();
        }
        try {
            return answers.entrySet().stream()
                    .collect(Collectors.toMap(
                            answer -> Integer.valueOf(answer.getKey()),
                            answer -> ((JsonString) answer.getValue()).getString()));
        } catch (NumberFormatException | ClassCastException e) {
            throw new AnswerNotValid();
        }
    }

    private static JsonObject json(SurveyForm form) {
        JsonArrayBuilder questions = Json.createArrayBuilder();
        form.questions().forEach(question -> {
            JsonArrayBuilder options = Json.createArrayBuilder();
            question.options()
                    .forEach(option -> options.add(Json.createObjectBuilder()
                            .add("code", option.code())
                            .add("text", option.text())));
            questions.add(Json.createObjectBuilder()
                    .add("number", question.number())
                    .add("required", question.required())
                    .add("text", question.text())
                    .add("options", options));
        });
        return Json.createObjectBuilder()
                .add("state", form.state().name())
                .add("language", form.language().name())
                .add("questions", questions)
                .add("maxComment", SurveyAnswers.MAX_COMMENT)
                .build();
    }
}
