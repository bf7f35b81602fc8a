package mx.gob.edomex.catgem.channel.phone;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What the exchange says, as it comes. The listener only passes on and asks for the next: while it worked the exchange
 * would wait, and then throw away.
 */
final class EventStream implements WebSocket.Listener {

    private static final long PING_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long SILENT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Consumer<ExchangeEvent> heard;
    private final StringBuilder begun = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean over;
    private volatile boolean replaced;
    private volatile long heardAt = System.nanoTime();
    private long pingedAt = System.nanoTime();

    EventStream(Consumer<ExchangeEvent> heard) {
        this.heard = heard;
    }

    /** Asks for a sign of life now and then. @return false when the line is dead or another has taken it */
    boolean isAlive() {
        long now = System.nanoTime();
        if (over || now - heardAt > SILENT_NANOS) {
            return false;
        }
        if (now - pingedAt > PING_NANOS && socket != null) {
            pingedAt = now;
            CompletableFuture<WebSocket> unused = socket.sendPing(ByteBuffer.allocate(0))
                    .whenComplete((sent, failure) -> {
                        if (failure != null) {
                            over = true;
                        }
                    });
        }
        return true;
    }

    /** Whether another application of the same name has come: this one must not act any more. */
    boolean isReplaced() {
        return replaced;
    }

    void close() {
        over = true;
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (over) { // nobody waited so long
            opened.abort();
        } else {
            opened.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        heardAt = System.nanoTime();
        begun.append(part);
        if (last) {
            String text = begun.toString();
            begun.setLength(0);
            pass(text);
        }
        from.request(1);
        return null;
    }

    private void pass(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject event = reader.readObject();
            if (event.getString("type", "").equals("ApplicationReplaced")) {
                replaced = true;
                over = true;
            } else if (!over) {
                ExchangeEvent.of(event).ifPresent(heard);
            }
        } catch (JsonException | ClassCastException | NullPointerException e) {
            over = true; // half understood is not heard: connect anew and look at what is there
        }
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heardAt = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heardAt = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        over = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        over = true;
    }
}
