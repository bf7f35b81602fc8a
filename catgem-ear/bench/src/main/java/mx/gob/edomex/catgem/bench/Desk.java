package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One open desk, live as in the browser: one postback at a time, the socket's signals answered by asking for the parts
 * concerned (live.js), a heartbeat beside it. One thread a desk stands for the browser's one queue.
 */
final class Desk implements WebSocket.Listener, AutoCloseable {
    private static final Pattern SIGNAL = Pattern.compile("\"(kind|contact)\":\"([^\"]*)\"");
    private static final List<String> OF_CONTACT = List.of("head", "talk", "steps", "closing", "person");
    private static final Map<String, List<String>> PARTS = Map.of(
            "OFFER", List.of("offer", "presence"),
            "OFFER_ENDED", List.of("offer", "presence", "contacts", "today"),
            "STATE", List.of("presence", "offer", "today"),
            "CONTACT", List.of("contacts", "today"),
            "MESSAGE", List.of("contacts"));
    private static final long GATHER_MILLIS = 80;
    private static final long BEAT_MILLIS = 10_000;
    private static final int BEATS_PER_LOOK = 6;
    private static final double RECONNECT_SECONDS = 0.5;

    private final String username;
    private final Browser browser;
    private final DeskPage page;
    private final Figures figures;
    private final ScheduledExecutorService queue;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile String shown = "";
    private Advisor advisor;
    private boolean gathering;
    private volatile boolean closed;
    private volatile WebSocket socket;
    private int beats;

    Desk(String username, Browser browser, Figures figures) {
        this.username = username;
        this.browser = browser;
        this.page = new DeskPage(browser);
        this.figures = figures;
        queue = Executors.newSingleThreadScheduledExecutor(Daemons.named(username));
    }

    /** Signs in, opens the page and its socket; returns when both are there. */
    void open(Advisor person) throws IOException, InterruptedException {
        advisor = person;
        page.open(username, "catgem-demo");
        connect();
        long first = ThreadLocalRandom.current().nextLong(BEAT_MILLIS);
        var unused = queue.scheduleAtFixedRate(this::beat, first, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void connect() {
        socket = browser.socket(page.socketPath(), this);
        everything();
    }

    DeskPage page() {
        return page;
    }

    interface Step {
        /** @param due when the person acted, of {@link System#nanoTime}; earlier than now if the page was busy */
        void run(long due) throws IOException, InterruptedException;
    }

    void later(double seconds, Step step) {
        long due = System.nanoTime() + (long) (seconds * 1e9);
        var unused = queue.schedule(() -> attempt(step, due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void attempt(Step step, long due) {
        try {
            step.run(due);
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                figures.failed(username, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a person does and waits for: from the key to the answer, also behind a refresh that is under way. */
    void act(long due, String command, Map<String, String> parameters) throws IOException, InterruptedException {
        long sent = System.nanoTime();
        Set<String> updated = page.call(command, parameters);
        figures.took("desk.postback", sent);
        figures.took("desk.action", due);
        figures.took("desk.action." + command, due);
        look(updated);
    }

    /** What the page does by itself. */
    void background(String figure, String command, Map<String, String> parameters)
            throws IOException, InterruptedException {
        long sent = System.nanoTime();
        Set<String> updated = page.call(command, parameters);
        figures.took(figure, sent);
        look(updated);
    }

    private void look(Set<String> updated) {
        shown = page.fragment("contacts");
        advisor.look(updated);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            Matcher field = SIGNAL.matcher(partial);
            String kind = "";
            String contact = "";
            while (field.find()) {
                if (field.group(1).equals("kind")) {
                    kind = field.group(2);
                } else {
                    contact = field.group(2);
                }
            }
            boolean beat = partial.indexOf("\"BEAT\"") >= 0;
            partial.setLength(0);
            if (beat) {
                var unused = webSocket.sendText("BEAT", true);
            } else {
                signal(kind, contact);
            }
        }
        webSocket.request(1);
        return null;
    }

    private void signal(String kind, String contact) {
        if (kind.equals("MESSAGE") || kind.equals("CONTACT")) {
            boolean mine = !contact.isEmpty() && shown.contains("data-key=\"" + contact);
            if (mine && contact.equals(page.openContact())) {
                want(PARTS.get(kind));
                want(kind.equals("MESSAGE") ? List.of("talk", "steps", "head") : OF_CONTACT);
            } else if (mine) {
                want(PARTS.get(kind));
            }
        } else if (PARTS.containsKey(kind)) {
            want(PARTS.get(kind));
        }
    }

    private void everything() {
        want(List.of("offer", "presence", "today", "contacts"));
        if (!page.openContact().isEmpty()) {
            want(OF_CONTACT);
        }
    }

    private synchronized void want(List<String> parts) {
        wanted.addAll(parts);
        if (!gathering && !closed) {
            gathering = true;
            var unused = queue.schedule(() -> attempt(this::refresh, 0), GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void refresh(long due) throws IOException, InterruptedException {
        String parts;
        synchronized (this) {
            gathering = false;
            parts = String.join(" ", wanted);
            wanted.clear();
        }
        if (!parts.isEmpty()) {
            background("desk.refresh", "refresh", Map.of("parts", parts, "seen", "yes"));
        }
    }

    private void beat() {
        var unused = browser.postAside("desk/heartbeat", "X-Requested-With", "desk")
                .whenComplete((answer, failure) -> {
                    if (!closed && (failure != null || answer.statusCode() != 200)) {
                        figures.failed(username + " heartbeat", failure == null ? answer : failure);
                    }
                });
        if (++beats % BEATS_PER_LOOK == 0) {
            everything();
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        reconnect();
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        reconnect();
    }

    /** As the page's own script does; what was said meanwhile is asked for. */
    private void reconnect() {
        if (!closed) {
            figures.happened("desk.reconnects");
            partial.setLength(0);
            later(RECONNECT_SECONDS, due -> connect());
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.shutdownNow();
        if (socket != null) {
            socket.abort();
        }
    }
}
