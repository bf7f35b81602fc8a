package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** One browser: its own cookies, redirects followed, on the connections that all share. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicLong REQUESTS = new AtomicLong();

    private final HttpClient client;
    private final URI base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** @param base ends with a slash */
    Browser(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /** Sent by all browsers so far. */
    static long requests() {
        return REQUESTS.get();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return follow(send(request(path).GET().build()));
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(send(posting(path, body, "application/x-www-form-urlencoded", headers)));
    }

    HttpResponse<String> postJson(String path, String json) throws IOException, InterruptedException {
        return send(posting(path, json, "application/json"));
    }

    /** Does not wait: a worker of the page, beside what the page itself does. */
    CompletableFuture<HttpResponse<String>> postAside(String path, String... headers) {
        REQUESTS.incrementAndGet();
        return client.sendAsync(posting(path, "", "text/plain", headers), HttpResponse.BodyHandlers.ofString());
    }

    WebSocket socket(String path, WebSocket.Listener listener) {
        WebSocket.Builder builder =
                client.newWebSocketBuilder().connectTimeout(PATIENCE).header("Origin", origin());
        if (!cookies.isEmpty()) {
            builder.header("Cookie", cookieLine());
        }
        URI address = base.resolve(path);
        return builder.buildAsync(URI.create("ws" + address.toString().substring("http".length())), listener)
                .join();
    }

    private HttpRequest posting(String path, String body, String type, String... headers) {
        HttpRequest.Builder builder = request(path)
                .header("Content-Type", type)
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept-Language", "es-MX");
        return cookies.isEmpty() ? builder : builder.header("Cookie", cookieLine());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        REQUESTS.incrementAndGet();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return response;
    }

    private HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        if (response.statusCode() / 100 == 3) {
            return get(response.headers().firstValue("Location").orElseThrow());
        }
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " for " + response.uri());
        }
        return response;
    }

    private String cookieLine() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private String origin() {
        return base.getScheme() + "://" + base.getAuthority();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
