package mx.gob.edomex.catgem.launcher.traffic;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One person's requests to the centre. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI centre;
    private final String account;

    /** @param account of the demonstration, or null for a citizen */
    Caller(HttpClient client, URI centre, String account) {
        this.client = client;
        this.centre = centre;
        this.account = account;
    }

    /** @return the answer's object; an empty one when there was none */
    JsonObject get(String path, String... headers) throws IOException, InterruptedException {
        return answered(request(path, headers).timeout(PATIENCE).GET().build());
    }

    JsonObject send(String method, String path, JsonObject body, String... headers)
            throws IOException, InterruptedException {
        return answered(request(path, headers)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body.toString()))
                .build());
    }

    /** Lines of a stream that does not end by itself. */
    CompletableFuture<Void> listen(String path, Consumer<String> line) {
        HttpRequest request = request(path, "Accept", "text/event-stream").build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> answer.body().forEach(line), task -> new Thread(task, "listener").start());
    }

    WebSocket socket(String path, WebSocket.Listener listener) {
        URI http = centre.resolve(path);
        return client.newWebSocketBuilder()
                .header("Origin", origin())
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create("ws" + http.toString().substring("http".length())), listener)
                .join();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(centre.resolve(path));
        if (account != null) {
            byte[] pair = (account + ":catgem-demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        } else {
            request.header("Origin", origin());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private String origin() {
        return centre.getScheme() + "://" + centre.getAuthority();
    }

    private JsonObject answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new Refused(answer.statusCode());
        }
        return answer.body().isBlank() ? JsonObject.EMPTY_JSON_OBJECT : object(answer.body());
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The centre said no, which people take as it comes. */
    static final class Refused extends IOException {
        private final int status;

        Refused(int status) {
            super("refused with " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
