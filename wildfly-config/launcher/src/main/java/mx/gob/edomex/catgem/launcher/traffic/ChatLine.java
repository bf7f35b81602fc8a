package mx.gob.edomex.catgem.launcher.traffic;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A chat's connection as the citizen's page keeps it: a broken one is made again from the last position seen, and what
 * was not confirmed is said again under the same id.
 */
final class ChatLine implements WebSocket.Listener {

    private static final double PING_SECONDS = 20;
    private static final double PAUSE_SECONDS = 2;

    private final Caller caller;
    private final String token;
    private final Pace pace;
    private final Witness witness;
    private final Consumer<JsonObject> views;
    private final Map<String, String> unconfirmed = new LinkedHashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private int seen;
    private boolean ending;
    private boolean over;

    /** @param views takes each view of the chat, with the messages that are new */
    ChatLine(Caller caller, String token, Pace pace, Witness witness, Consumer<JsonObject> views) {
        this.caller = caller;
        this.token = token;
        this.pace = pace;
        this.witness = witness;
        this.views = views;
    }

    void open() {
        try {
            caller.socket("chat/ws", this);
        } catch (RuntimeException e) {
            pace.later(PAUSE_SECONDS, this::openAgain);
        }
    }

    private void openAgain() {
        if (!isOver()) {
            open();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** Until the centre has confirmed it, at every connection. */
    synchronized void write(String text) {
        String id = UUID.randomUUID().toString();
        unconfirmed.put(id, text);
        say(message(id, text));
    }

    synchronized void end() {
        ending = true;
        say(frame("end"));
    }

    synchronized void leave() {
        over = true;
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
            partial.setLength(0);
            say(frame("hello").add("token", token).add("after", seen));
            List.copyOf(unconfirmed.entrySet()).forEach(left -> say(message(left.getKey(), left.getValue())));
            if (ending) {
                say(frame("end"));
            }
        }
        pace.later(PING_SECONDS, () -> ping(opened));
        opened.request(1);
    }

    private synchronized void ping(WebSocket from) {
        if (from == socket && !over) {
            say(frame("ping"));
            pace.later(PING_SECONDS, () -> ping(from));
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonObject frame = Caller.object(partial.toString());
            partial.setLength(0);
            switch (frame.getString("t")) {
                case "view" -> view(frame);
                case "ack" -> confirmed(frame.getString("id"));
                case "refused" -> refused(frame);
                default -> {
                    // Typing and pong: nothing to do.
                }
            }
        }
        from.request(1);
        return null;
    }

    private void view(JsonObject view) {
        for (JsonObject message : view.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            int seq = message.getInt("seq");
            if (seq != seen + 1) {
                witness.wrong("a citizen's page was sent message " + seq + " after " + seen);
            }
            seen = seq;
        }
        views.accept(view);
    }

    private synchronized void confirmed(String id) {
        unconfirmed.remove(id);
        witness.promised(Witness.Promise.CHAT_MESSAGE, id);
    }

    private synchronized void refused(JsonObject refusal) {
        String id = refusal.getString("id", "");
        String code = refusal.getString("code");
        if (!code.equals("Unavailable") && !code.equals("TooFast")) {
            unconfirmed.remove(id); // too late, for instance: the chat has ended
        } else if (unconfirmed.containsKey(id)) {
            pace.later(PAUSE_SECONDS, () -> again(id));
        }
    }

    private synchronized void again(String id) {
        String text = unconfirmed.get(id);
        if (text != null) {
            say(message(id, text));
        }
    }

    private static JsonObjectBuilder message(String id, String text) {
        return frame("send").add("id", id).add("text", text);
    }

    private static JsonObjectBuilder frame(String type) {
        return Json.createObjectBuilder().add("t", type);
    }

    private void say(JsonObjectBuilder frame) {
        if (over || socket == null || socket.isOutputClosed()) {
            return;
        }
        try {
            var unused = socket.sendText(frame.build().toString(), true)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (RuntimeException e) {
            socket.abort(); // heard as an error, and made again
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        broken(from);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        broken(from);
    }

    private synchronized void broken(WebSocket which) {
        if (which == socket && !over) {
            socket = null;
            pace.later(PAUSE_SECONDS, this::openAgain);
        }
    }
}
