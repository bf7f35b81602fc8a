package mx.gob.edomex.catgem.launcher.traffic;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A citizen who chats: asks, loses patience or is answered, thanks, and now and then says how it was. */
final class ChatVisitor {

    private static final System.Logger LOG = System.getLogger(ChatVisitor.class.getName());
    private static final int SURVEY_TRIES = 10;

    private final Caller caller;
    private final Pace pace;
    private final Witness witness;
    private final Random chance;
    private ChatLine line;
    private String token;
    private boolean begun;
    private int heard;
    private boolean over;

    ChatVisitor(Caller caller, Pace pace, Witness witness, Random chance) {
        this.caller = caller;
        this.pace = pace;
        this.witness = witness;
        this.chance = chance;
    }

    void start() {
        try {
            String notice = caller.get("chat/api/welcome?language=ES").getString("notice");
            token = caller.send(
                            "POST",
                            "chat/api/session",
                            Json.createObjectBuilder()
                                    .add("language", "ES")
                                    .add("notice", notice)
                                    .build())
                    .getString("token");
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a chat could not begin: {0}", e.toString());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        line = new ChatLine(caller, token, pace, witness, this::view);
        line.open();
        pace.about(TrafficPlan.PATIENCE, chance, this::losePatience);
    }

    private synchronized void losePatience() {
        if (heard == 0) {
            line.end();
        }
    }

    private synchronized void view(JsonObject view) {
        for (JsonObject message : view.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            if ("ADVISOR".equals(message.getString("author", "")) && ++heard == 2) { // the first is the greeting
                pace.about(TrafficPlan.REPLY, chance, () -> line.write(Words.thanks(chance)));
            }
        }
        if (view.getString("phase").equals("ENDED")) {
            leave();
        } else if (!begun) {
            begun = true;
            line.write(Words.question(chance));
        }
    }

    private void leave() {
        if (over) {
            return;
        }
        over = true;
        line.leave();
        if (heard > 1 && chance.nextDouble() < TrafficPlan.SURVEY_ANSWERED) {
            pace.about(TrafficPlan.REPLY, chance, () -> answerSurvey(SURVEY_TRIES));
        }
    }

    /** The survey is there once the advisor has closed the contact. */
    private void answerSurvey(int tries) {
        try {
            JsonObject form = caller.get("chat/api/survey?language=ES", "X-Chat-Token", token);
            if ("PENDING".equals(form.getString("state")) && tries > 1) {
                pace.after(10, () -> answerSurvey(tries - 1));
            } else if ("OPEN".equals(form.getString("state"))) {
                JsonObjectBuilder answers = Json.createObjectBuilder();
                for (JsonObject question : form.getJsonArray("questions").getValuesAs(JsonObject.class)) {
                    var options = question.getJsonArray("options").getValuesAs(JsonObject.class);
                    answers.add(Integer.toString(question.getInt("number")), content(options));
                }
                caller.send(
                        "POST",
                        "chat/api/survey",
                        Json.createObjectBuilder().add("answers", answers).build(),
                        "X-Chat-Token",
                        token);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a survey could not be answered: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Mostly content: the five-step scale ends with the best, the others begin with it. */
    private JsonString content(List<JsonObject> options) {
        boolean scale = options.size() == 5;
        double mood = chance.nextDouble();
        int best = scale ? options.size() - 1 : 0;
        int step = mood < 0.8 ? 0 : mood < 0.96 ? 1 : 2;
        return options.get(scale ? best - step : Math.min(step, options.size() - 1))
                .getJsonString("code");
    }
}
