package mx.gob.edomex.catgem.launcher.traffic;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A citizen who chats: asks, loses patience or is answered, thanks, and now and then says how it was. */
final class ChatVisitor implements WebSocket.Listener {

    private static final System.Logger LOG = System.getLogger(ChatVisitor.class.getName());
    private static final int PING_SECONDS = 20;
    private static final int SURVEY_TRIES = 10;

    private final Caller caller;
    private final ScheduledExecutorService threads;
    private final Random chance;
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private String token;
    private ScheduledFuture<?> pings;
    private boolean begun;
    private int heard;
    private boolean over;

    ChatVisitor(Caller caller, ScheduledExecutorService threads, Random chance) {
        this.caller = caller;
        this.threads = threads;
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
            caller.socket("chat/ws", this);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a chat could not begin: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        say(frame("hello").add("token", token).add("after", 0));
        pings = threads.scheduleAtFixedRate(() -> say(frame("ping")), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        after(Words.about(TrafficPlan.PATIENCE, chance), () -> {
            if (heard == 0) {
                say(frame("end"));
            }
        });
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonObject frame = Caller.object(partial.toString());
            partial.setLength(0);
            if ("view".equals(frame.getString("t"))) {
                view(frame);
            }
        }
        from.request(1);
        return null;
    }

    private void view(JsonObject view) {
        for (JsonObject message : view.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            if ("ADVISOR".equals(message.getString("author", "")) && ++heard == 2) { // the first is the greeting
                after(Words.about(TrafficPlan.REPLY, chance), () -> write(Words.thanks(chance)));
            }
        }
        if (view.getString("phase").equals("ENDED")) {
            leave();
        } else if (!begun) {
            begun = true;
            write(Words.question(chance));
        }
    }

    private synchronized void leave() {
        if (over) {
            return;
        }
        over = true;
        pings.cancel(false);
        socket.abort();
        if (heard > 1 && chance.nextDouble() < TrafficPlan.SURVEY_ANSWERED) {
            after(Words.about(TrafficPlan.REPLY, chance), () -> answerSurvey(SURVEY_TRIES));
        }
    }

    /** The survey is there once the advisor has closed the contact. */
    private void answerSurvey(int tries) {
        try {
            JsonObject form = caller.get("chat/api/survey?language=ES", "X-Chat-Token", token);
            if ("PENDING".equals(form.getString("state")) && tries > 1) {
                after(10, () -> answerSurvey(tries - 1));
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

    private void write(String text) {
        say(frame("send").add("id", UUID.randomUUID().toString()).add("text", text));
    }

    private static JsonObjectBuilder frame(String type) {
        return Json.createObjectBuilder().add("t", type);
    }

    private synchronized void say(JsonObjectBuilder frame) {
        if (!over && !socket.isOutputClosed()) {
            var unused = socket.sendText(frame.build().toString(), true)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }
    }

    private void after(double seconds, Runnable what) {
        if (!threads.isShutdown()) {
            var unused = threads.schedule(what, (long) (seconds * 1_000), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        LOG.log(System.Logger.Level.WARNING, "a chat broke: {0}", error.toString());
    }
}
