package mx.gob.edomex.catgem.channel.phone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One browser's way to the exchange for its SIP, message by message. What is said is passed on as it is, as long as the
 * browser speaks for its own account, and never logged, for it carries numbers.
 */
public final class SipLine implements WebSocket.Listener {

    private static final Duration ANSWER = Duration.ofSeconds(4);
    /** Far more than a telephone says at once, and far more than a message is long. */
    private static final int MOST_WAITING = 64;

    private static final int LONGEST = 64 * 1024;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(ANSWER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final String account;
    private final Function<String, CompletionStage<?>> heard;
    private final Runnable over;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private final StringBuilder begun = new StringBuilder();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    WebSocket socket;

    SipLine(String account, Function<String, CompletionStage<?>> heard, Runnable over) {
        this.account = account;
        this.heard = heard;
        this.over = over;
    }

    /**
     * @param account for which alone it speaks
     * @param heard takes one message; the next comes when it is done with it
     * @param over called once, when the exchange ends the line
     * @throws IOException when the exchange is not reached
     */
    static SipLine open(URI exchange, String account, Function<String, CompletionStage<?>> heard, Runnable over)
            throws IOException {
        SipLine line = new SipLine(account, heard, over);
        CompletableFuture<WebSocket> opening = HTTP.newWebSocketBuilder()
                .connectTimeout(ANSWER)
                .subprotocols("sip")
                .buildAsync(exchange, line);
        try {
            line.socket = opening.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            line.socket.request(1);
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            line.ended.set(true);
            CompletableFuture<Void> unused = opening.thenAccept(WebSocket::abort);
            throw new IOException("the exchange takes no SIP by WebSocket", e);
        }
    }

    /** Says it after what was said before; who says too much at once, or speaks for another, is cut off. */
    public synchronized void say(String message) {
        if (ended.get()) {
            return;
        }
        if (!new SipMessage(message).isOf(account) || waiting.incrementAndGet() > MOST_WAITING) {
            broken();
            return;
        }
        last = last.thenCompose(before -> socket.sendText(message, true)).whenComplete((sent, failure) -> {
            waiting.decrementAndGet();
            if (failure != null) {
                broken();
            }
        });
    }

    /** The browser is gone. */
    public void close() {
        ended.set(true);
        socket.abort();
    }

    private void broken() {
        if (ended.compareAndSet(false, true)) {
            socket.abort();
            over.run();
        }
    }

    /** Nothing before {@link #open} has returned. */
    @Override
    public void onOpen(WebSocket opened) {}

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
        begun.append(part);
        if (begun.length() > LONGEST) {
            broken();
        } else if (!whole) {
            from.request(1);
        } else {
            String message = begun.toString();
            begun.setLength(0);
            pass(from, message);
        }
        return null;
    }

    private void pass(WebSocket from, String message) {
        CompletionStage<?> unused = heard.apply(message).whenComplete((taken, failure) -> {
            if (failure == null) {
                from.request(1);
            } else {
                broken();
            }
        });
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        broken();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        broken();
    }
}
