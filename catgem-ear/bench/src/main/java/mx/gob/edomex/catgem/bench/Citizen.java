package mx.gob.edomex.catgem.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/** One citizen's chat, from the privacy notice to the end (link.js, outbox.js): asks again after each answer. */
final class Citizen implements WebSocket.Listener {
    private static final int PING_SECONDS = 20;

    private final Browser browser;
    private final Plan plan;
    private final Sightings sightings;
    private final Figures figures;
    private final ScheduledExecutorService clock;
    private final boolean waitsForOffer;
    private final Life life;
    private final StringBuilder partial = new StringBuilder();
    private final Set<String> answers = new HashSet<>();
    private WebSocket socket;
    private ScheduledFuture<?> pings;
    private String token;
    private boolean begun;
    private boolean queued;
    private boolean ended;

    /** Each is called once. */
    interface Life {
        /** The contact has its folio and waits. */
        void queued();

        void over();
    }

    /**
     * @param waitsForOffer whether advisors are free, so that the time until the offer means something
     * @param life is told what becomes of the chat
     */
    Citizen(
            Browser browser,
            Plan plan,
            Sightings sightings,
            Figures figures,
            ScheduledExecutorService clock,
            boolean waitsForOffer,
            Life life) {
        this.browser = browser;
        this.plan = plan;
        this.sightings = sightings;
        this.figures = figures;
        this.clock = clock;
        this.waitsForOffer = waitsForOffer;
        this.life = life;
    }

    void start() {
        if (clock.isShutdown()) {
            return;
        }
        try {
            String notice =
                    object(browser.get("chat/api/welcome?language=ES").body()).getString("notice");
            HttpResponse<String> session = browser.postJson(
                    "chat/api/session",
                    Json.createObjectBuilder()
                            .add("language", "ES")
                            .add("notice", notice)
                            .build()
                            .toString());
            if (session.statusCode() == 429) {
                later(2, this::start); // so many chats a second from one address, and here all have the same
                return;
            }
            token = object(session.body()).getString("token");
            browser.socket("chat/ws", this);
        } catch (IOException | RuntimeException e) {
            figures.failed("a chat could not start", e);
            later(2, this::start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        socket = webSocket;
        say(Json.createObjectBuilder()
                .add("t", "hello")
                .add("token", token)
                .add("after", 0)
                .build());
        pings = clock.scheduleAtFixedRate(
                () -> say(Json.createObjectBuilder().add("t", "ping").build()),
                PING_SECONDS,
                PING_SECONDS,
                TimeUnit.SECONDS);
        webSocket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonObject frame = object(partial.toString());
            partial.setLength(0);
            switch (frame.getString("t")) {
                case "view" -> view(frame);
                case "refused" -> figures.failed("a chat message was refused", frame);
                default -> {
                    // Receipts and signs of typing.
                }
            }
        }
        webSocket.request(1);
        return null;
    }

    private void view(JsonObject view) {
        for (JsonObject message : view.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            Matcher mark = Sightings.marksIn(message.getString("text"));
            if (mark.find() && mark.group().startsWith("A") && answers.add(mark.group())) {
                sightings.seen(mark.group(), "message.to_citizen");
                if (answers.size() < plan.rounds()) {
                    later(plan.pause(), () -> ask("message.to_desk"));
                }
            }
        }
        if (!queued && !view.isNull("folio")) {
            queued = true;
            life.queued();
        }
        if (view.getString("phase").equals("ENDED")) {
            ended = true;
            pings.cancel(false);
            socket.abort();
            life.over();
        } else if (!begun) {
            begun = true;
            ask(waitsForOffer ? "offer.after_arrival" : null);
        }
    }

    private void ask(String figure) {
        String mark = sightings.question();
        if (figure != null) {
            sightings.expect(mark, figure);
        }
        say(Json.createObjectBuilder()
                .add("t", "send")
                .add("id", UUID.randomUUID().toString())
                .add("text", mark + " ¿Qué necesito para una copia del acta de nacimiento?")
                .build());
    }

    private synchronized void say(JsonObject frame) {
        if (!socket.isOutputClosed()) {
            var unused = socket.sendText(frame.toString(), true)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }
    }

    private void later(double seconds, Runnable what) {
        if (clock.isShutdown()) {
            return;
        }
        var unused = clock.schedule(what, (long) (seconds * 1000), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        if (!ended && !clock.isShutdown()) {
            figures.failed("a chat's socket was closed", code + " " + reason);
        }
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        figures.failed("a chat's socket broke", error);
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
