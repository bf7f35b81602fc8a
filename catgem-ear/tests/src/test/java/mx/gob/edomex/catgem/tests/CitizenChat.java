package mx.gob.edomex.catgem.tests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A citizen's browser as the server sees it: HTTP and sockets, without a page. */
final class CitizenChat {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String token;

    private CitizenChat(String token) {
        this.token = token;
    }

    /** Accepts the notice in force and begins. */
    static CitizenChat begun() throws IOException, InterruptedException {
        String welcome = CLIENT.send(
                        HttpRequest.newBuilder(api("welcome")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String said = post(
                        "session",
                        null,
                        "application/json",
                        json("notice", found(welcome, "notice")).getBytes(StandardCharsets.UTF_8))
                .body();
        return new CitizenChat(found(said, "token"));
    }

    String token() {
        return token;
    }

    HttpResponse<String> writes(String id, String text) throws IOException, InterruptedException {
        String body = "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
        return post("messages", token, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> attaches(String id, String name, byte[] content) throws IOException, InterruptedException {
        return post("files?id=" + id + "&name=" + name, token, "application/octet-stream", content);
    }

    /** What the page would be shown after a position. */
    String view(int after) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api("session?after=" + after))
                .header("X-Chat-Token", token)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Waits until intake has opened the contact. */
    String folio() throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            Matcher matcher = Pattern.compile("\"folio\":\"([^\"]+)\"").matcher(view(0));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the contact was not opened within 60 s");
    }

    /** Texts of the messages, in the order of the conversation. */
    static List<String> texts(String view) {
        return all(view, "\"text\":\"([^\"]*)\"").toList();
    }

    static List<Integer> positions(String view) {
        return all(view, "\"seq\":(\\d+)").map(Integer::valueOf).toList();
    }

    /** Opens a socket as a page of the origin would; completes exceptionally when the handshake is refused. */
    static CompletableFuture<WebSocket> socket(String origin, WebSocket.Listener listener) {
        URI http = RunningCentre.address("chat/ws");
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return builder.buildAsync(URI.create(http.toString().replaceFirst("^http", "ws")), listener);
    }

    static String ownOrigin() {
        URI address = RunningCentre.address("");
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** A socket that has said hello and counts what is acknowledged. */
    Line line(int acknowledgements) {
        Line line = new Line(acknowledgements);
        line.socket = socket(ownOrigin(), line).join();
        line.says("{\"t\":\"hello\",\"token\":\"" + token + "\",\"after\":0}");
        return line;
    }

    static final class Line implements WebSocket.Listener {
        private final CountDownLatch acknowledged;
        private final StringBuilder frame = new StringBuilder();
        private WebSocket socket;

        Line(int acknowledgements) {
            acknowledged = new CountDownLatch(acknowledgements);
        }

        void says(String text) {
            socket.sendText(text, true).join();
        }

        void writes(String id, String text) {
            says("{\"t\":\"send\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
        }

        boolean isAcknowledged() throws InterruptedException {
            return acknowledged.await(60, TimeUnit.SECONDS);
        }

        void closes() {
            socket.abort();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                if (frame.indexOf("\"t\":\"ack\"") >= 0) {
                    acknowledged.countDown();
                }
                frame.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private static HttpResponse<String> post(String path, String token, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("X-Chat-Token", token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI api(String path) {
        return RunningCentre.address("chat/api/" + path);
    }

    private static String json(String name, String value) {
        return "{\"" + name + "\":\"" + value + "\"}";
    }

    private static String found(String json, String name) {
        return all(json, "\"" + name + "\":\"([^\"]+)\"").findFirst().orElseThrow(() -> new AssertionError(json));
    }

    private static Stream<String> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1));
    }
}
