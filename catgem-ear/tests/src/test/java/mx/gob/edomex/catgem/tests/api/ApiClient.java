package mx.gob.edomex.catgem.tests.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A program that calls the interface with one account, or with none. */
public final class ApiClient {

    public static final String PASSWORD = "catgem-demo";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http;
    private final URI base;
    private final String authorization;

    private ApiClient(URI centre, String authorization) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        this.base = centre.resolve("api/v1/");
        this.authorization = authorization;
    }

    /** @param centre address that ends in {@code /catgem/} */
    public static ApiClient of(URI centre, String account) {
        return of(centre, account, PASSWORD);
    }

    public static ApiClient of(URI centre, String account, String password) {
        return new ApiClient(centre, basic(account, password));
    }

    static String basic(String account) {
        return basic(account, PASSWORD);
    }

    private static String basic(String account, String password) {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    public static ApiClient anonymous(URI centre) {
        return new ApiClient(centre, null);
    }

    public Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET().build());
    }

    public Answer post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer call(String method, String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Hands over a chat. The external id may be null. */
    public Answer hand(String text, String externalId) throws IOException, InterruptedException {
        Object person = externalId == null ? UUID.randomUUID() : externalId.hashCode();
        var body = Json.createObjectBuilder()
                .add("channel", "CHAT")
                .add("text", text)
                .add("citizen", Json.createObjectBuilder().add("email", "p" + person + "@example.org"));
        if (externalId != null) {
            body.add("externalId", externalId);
        }
        return post("contacts", body.build().toString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString()), this);
    }

    /** What came back to whom. */
    public record Answer(HttpResponse<String> response, ApiClient client) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body()))) {
                return reader.readObject();
            }
        }

        /** Of the contact; where intake takes its time the answer is a 202 without one, and the arrival is followed. */
        public String folio() throws IOException, InterruptedException {
            Answer latest = this;
            for (int tries = 0; tries < 180 && latest.json().getString("folio", null) == null; tries++) {
                TimeUnit.MILLISECONDS.sleep(500);
                latest = client.get("arrivals/" + json().getString("id"));
            }
            return latest.json().getString("folio");
        }
    }
}
