package mx.gob.edomex.catgem.channel.phone;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PromptOver;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Spoken;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Outcome;

/**
 * Asterisk's REST interface (ARI 10, Asterisk 22). Whatever is named carries a name chosen by us: a command given twice
 * finds its work done. Nothing of what is said here is logged, for a channel carries the citizen's number.
 */
final class AriExchange {

    /** An advisor has accepted already; who does not pick up within this is not there. */
    static final Duration RINGS = Duration.ofSeconds(20);

    /** Where citizens wait; a bridge of this kind plays music by itself. */
    static final String WAITING = "catgem-waiting";

    /** A talk that goes on for longer is recorded no further. */
    private static final Duration LONGEST = Duration.ofHours(4);

    /** A file that has not come by then is asked for again. */
    private static final Duration FETCH = Duration.ofMinutes(10);

    private static final String LIVE = "/recordings/live/";
    private static final String STORED = "/recordings/stored/";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    /** Which events the exchange need not even send: a busy one would tell of every variable. */
    private static final String WANTED =
            """
            {"allowed":[{"type":"StasisStart"},{"type":"StasisEnd"},{"type":"ChannelDestroyed"},
                        {"type":"PlaybackFinished"},{"type":"ChannelDtmfReceived"},{"type":"ApplicationReplaced"}]}
            """;

    /** One for all that is asked: each has threads of its own. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final PbxSettings settings;

    AriExchange(PbxSettings settings) {
        this.settings = settings;
    }

    /**
     * Hears the exchange from now on; whoever heard it before under the same name hears no more.
     *
     * @param heard called by one thread, in order; it must not wait
     * @throws IOException when the exchange cannot be reached or lets nobody in
     */
    EventStream listen(Consumer<ExchangeEvent> heard) throws IOException {
        EventStream stream = new EventStream(heard);
        try {
            open(stream);
            put("/applications/" + PbxSettings.encoded(settings.application()) + "/eventFilter", WANTED);
        } catch (IOException | RuntimeException e) {
            stream.close(); // or it would hear in another's place, also when it only opens after this
            throw e;
        }
        return stream;
    }

    private void open(EventStream stream) throws IOException {
        try {
            HTTP.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .header("Authorization", settings.authorization())
                    .buildAsync(settings.events(), stream)
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw away(e.getCause());
        } catch (TimeoutException e) {
            throw new ConnectException("the exchange does not answer");
        }
    }

    private static IOException away(Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused) {
            return new IOException(
                    "the exchange refused with status " + refused.getResponse().statusCode());
        }
        return cause instanceof IOException io ? io : new IOException("no connection to the exchange", cause);
    }

    /**
     * Has the exchange do it.
     *
     * @throws IOException when it is not known whether it was done: to be given again
     */
    Outcome carry(PhoneCommand command) throws IOException {
        String target = PbxSettings.encoded(command.target());
        String channel = "/channels/" + target;
        return switch (command.kind()) {
            case SUBSCRIBE -> subscribe(command.target());
            case MARK -> post(channel + "/variable?variable=CATGEM_ID&value=" + command.contact());
            case ANSWER -> post(channel + "/answer");
            case PLAY -> play(command, channel);
            case SAY -> say(command, channel);
            case HUSH -> outcome(send("DELETE", "/playbacks/" + target, null));
            case WAIT -> waits(target);
            case CALL -> call(command, channel);
            case BRIDGE -> bridge(target, command.detail());
            case JOIN -> post("/bridges/" + target + "/addChannel?channel=" + PbxSettings.encoded(command.detail()));
            case LISTEN -> listen(channel, command.detail());
            case RECORD -> record(target, command.detail());
            case PAUSE -> post(LIVE + target + "/pause");
            case RESUME -> outcome(send("DELETE", LIVE + target + "/pause", null));
            case HANGUP -> hangUp(command.target());
            case UNBRIDGE -> unbridge(command.target());
        };
    }

    Outcome subscribe(String channel) throws IOException {
        return post("/applications/" + PbxSettings.encoded(settings.application())
                + "/subscription?eventSource=channel:" + PbxSettings.encoded(channel));
    }

    Outcome hangUp(String channel) throws IOException {
        return outcome(send("DELETE", "/channels/" + PbxSettings.encoded(channel), null));
    }

    Outcome unbridge(String bridge) throws IOException {
        return outcome(send("DELETE", "/bridges/" + PbxSettings.encoded(bridge), null));
    }

    /**
     * A telephone in a browser, in the exchange's memory only: one place to register, no number that could be dialled from
     * it, sound encrypted. The secret is in the body, which nobody logs.
     */
    Outcome install(SoftphoneAccount account) throws IOException {
        String name = account.name();
        Outcome key = configure(
                "auth", name, Map.of("auth_type", "userpass", "username", name, "password", account.secret()));
        Outcome place = key == Outcome.DONE
                ? configure(
                        "aor", name, Map.of("max_contacts", "1", "remove_existing", "yes", "maximum_expiration", "120"))
                : key;
        return place == Outcome.DONE
                ? configure(
                        "endpoint",
                        name,
                        Map.of(
                                "auth", name,
                                "aors", name,
                                "context", "none",
                                "webrtc", "yes",
                                "direct_media", "no",
                                "allow_transfer", "no",
                                "allow_subscribe", "no",
                                "rtp_timeout", "30",
                                "allow", "alaw,ulaw"))
                : place;
    }

    /** Calls that it has go on. @return false when the exchange keeps it */
    boolean uninstall(String name) throws IOException {
        for (String kind : List.of("endpoint", "aor", "auth")) {
            if (outcome(send("DELETE", configured(kind, name), null)) == Outcome.REFUSED) {
                return false;
            }
        }
        return true;
    }

    /** @throws IOException when it would carry out nothing now */
    void answers() throws IOException {
        outcome(send("GET", "/asterisk/ping", null));
    }

    private Outcome configure(String kind, String name, Map<String, String> values) throws IOException {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        values.forEach((attribute, value) -> fields.add(
                Json.createObjectBuilder().add("attribute", attribute).add("value", value)));
        String body = Json.createObjectBuilder().add("fields", fields).build().toString();
        return outcome(send("PUT", configured(kind, name), body));
    }

    private static String configured(String kind, String name) {
        return "/asterisk/config/dynamic/res_pjsip/" + kind + "/" + PbxSettings.encoded(name);
    }

    private Outcome play(PhoneCommand command, String channel) throws IOException {
        Prompt prompt = Prompt.valueOf(command.detail());
        String id = new PromptOver(command.contact(), prompt).id();
        return post(channel + "/play/" + id + "?media=" + PbxSettings.encoded(prompt.media()));
    }

    private Outcome say(PhoneCommand command, String channel) throws IOException {
        String[] stepAndMedia = command.detail().split(" ", 2);
        String id = new Spoken(command.contact(), Integer.parseInt(stepAndMedia[0])).id();
        return post(channel + "/play/" + id + "?media=" + PbxSettings.encoded(stepAndMedia[1]));
    }

    private Outcome waits(String channel) throws IOException {
        // Made by whoever comes first; making it again changes nothing.
        Outcome room = post("/bridges/" + WAITING + "?type=holding&name=" + WAITING);
        return room == Outcome.DONE ? post("/bridges/" + WAITING + "/addChannel?channel=" + channel) : room;
    }

    /** The advisor's telephone shows the centre, not the citizen's number: that is on the desk, for who may see it. */
    private Outcome call(PhoneCommand command, String channel) throws IOException {
        return post(channel + "?endpoint=" + PbxSettings.encoded(settings.endpointOf(command.detail())) + "&app="
                + PbxSettings.encoded(settings.application()) + "&appArgs=" + ExchangeEvent.ADVISOR
                + "&callerId=CATGEM&timeout=" + RINGS.toSeconds());
    }

    /**
     * One that mixes from the first voice on, which only {@code video_sfu} asks for. It would else begin to when a third
     * comes, and Asterisk 22 then leaves out one of the others for good where a packet on its way had a higher number.
     */
    private Outcome bridge(String bridge, String channels) throws IOException {
        Outcome made = post("/bridges/" + bridge + "?type=mixing,video_sfu&name=" + bridge);
        return made == Outcome.DONE
                ? post("/bridges/" + bridge + "/addChannel?channel=" + PbxSettings.encoded(channels))
                : made;
    }

    /** What it hears is what the advisor hears and says; what is said through it the advisor alone hears. */
    private Outcome listen(String channel, String earAndMode) throws IOException {
        String[] words = earAndMode.split(" ", 2);
        return post(channel + "/snoop/" + words[0] + "?spy=both&whisper="
                + (ListenMode.valueOf(words[1]) == ListenMode.WHISPER ? "out" : "none") + "&app="
                + PbxSettings.encoded(settings.application()) + "&appArgs=" + ExchangeEvent.EAR);
    }

    /** Recorded before, also when the recording has ended meanwhile, is in conflict, and so done. */
    private Outcome record(String bridge, String name) throws IOException {
        return post("/bridges/" + bridge + "/record?name=" + name + "&format=wav&ifExists=fail&terminateOn=none"
                + "&maxDurationSeconds=" + LONGEST.toSeconds());
    }

    /** The recordings that it keeps, also of what is still being said. */
    List<AdvisorChannel> recordings() throws IOException {
        List<AdvisorChannel> names = new ArrayList<>();
        for (JsonValue one : list("/recordings/stored")) {
            AdvisorChannel.ofRecording(one.asJsonObject().getString("name")).ifPresent(names::add);
        }
        return names;
    }

    /** Whether it goes on. */
    boolean isRecording(AdvisorChannel leg) throws IOException {
        return outcome(send("GET", LIVE + leg.recording(), null)) == Outcome.DONE;
    }

    boolean hasRecorded(AdvisorChannel leg) throws IOException {
        return outcome(send("GET", STORED + leg.recording(), null)) == Outcome.DONE;
    }

    /** @return false when it is kept there all the same */
    boolean forget(AdvisorChannel leg) throws IOException {
        return outcome(send("DELETE", STORED + leg.recording(), null)) != Outcome.REFUSED;
    }

    /**
     * The sound, as WAV; to be closed. Reading fails when it takes too long.
     *
     * @throws IOException when it is not there, or cannot be had now
     */
    InputStream recording(AdvisorChannel leg) throws IOException {
        HttpResponse<InputStream> response = send(
                request("GET", STORED + leg.recording() + "/file", null), HttpResponse.BodyHandlers.ofInputStream());
        InputStream sound = response.body();
        if (response.statusCode() != 200) {
            sound.close();
            throw new IOException("the exchange refused with status " + response.statusCode());
        }
        CompletableFuture<Void> unused = CompletableFuture.runAsync(
                () -> closed(sound), CompletableFuture.delayedExecutor(FETCH.toMillis(), TimeUnit.MILLISECONDS));
        return sound;
    }

    private static void closed(InputStream sound) {
        try {
            sound.close();
        } catch (IOException e) {
            // it is over in any case
        }
    }

    /** What is there now; {@code playing} only of these prompts, for the exchange has no list of them. */
    Snapshot snapshot(List<String> prompts) throws IOException {
        List<Snapshot.Channel> channels = new ArrayList<>();
        for (JsonValue one : list("/channels")) {
            channels.add(channel(one.asJsonObject()));
        }
        List<String> bridges = new ArrayList<>();
        for (JsonValue one : list("/bridges")) {
            bridges.add(one.asJsonObject().getString("id"));
        }
        Set<String> playing = new HashSet<>();
        for (String prompt : prompts) {
            if (send("GET", "/playbacks/" + prompt, null).statusCode() == 200) {
                playing.add(prompt);
            }
        }
        return new Snapshot(channels, bridges, playing);
    }

    private Snapshot.Channel channel(JsonObject channel) {
        String id = channel.getString("id");
        return new Snapshot.Channel(
                id,
                channel.getString("state", "").equals("Up"),
                inbound(id, channel).orElse(null));
    }

    /** A citizen's call that is with this application is known by how the dialplan handed it over. */
    private Optional<Entered> inbound(String id, JsonObject channel) {
        JsonObject plan = channel.getJsonObject("dialplan");
        String[] words = plan.getString("app_data", "").split(",", -1);
        boolean ours = plan.getString("app_name", "").equals("Stasis")
                && words.length > 2
                && words[0].equals(settings.application())
                && words[1].equals(ExchangeEvent.INBOUND);
        return ours
                ? Optional.of(new Entered(
                        id, words[2], channel.getJsonObject("caller").getString("number", "")))
                : Optional.empty();
    }

    private JsonArray list(String path) throws IOException {
        HttpResponse<String> response = send("GET", path, null);
        if (response.statusCode() != 200) {
            throw new IOException("the exchange refused with status " + response.statusCode());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            JsonStructure read = reader.read();
            return read.asJsonArray();
        }
    }

    private Outcome post(String path) throws IOException {
        return outcome(send("POST", path, null));
    }

    private void put(String path, String body) throws IOException {
        outcome(send("PUT", path, body));
    }

    /** @throws IOException when the exchange itself is in trouble, so that it is worth asking again */
    private static Outcome outcome(HttpResponse<String> response) throws IOException {
        int status = response.statusCode();
        if (status < 300 || status == 409) { // in conflict with the same command, given before
            return Outcome.DONE;
        }
        if (status == 401 || status == 403 || status == 503) {
            throw new IOException("the exchange refused with status " + status);
        }
        return status == 404 || status == 410 ? Outcome.GONE : Outcome.REFUSED;
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        return send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.at(path))
                .timeout(ANSWER)
                .header("Authorization", settings.authorization())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return HTTP.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
