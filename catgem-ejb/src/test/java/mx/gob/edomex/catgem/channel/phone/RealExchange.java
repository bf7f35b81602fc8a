package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Two real Asterisk: the centre's exchange, and a town of SIP telephones that phones it. Started once for all tests by the
 * script of {@code wildfly-config}; where that cannot run or load them, the tests are skipped with its words, and the check
 * of a fresh clone counts that as a failure.
 */
public final class RealExchange implements Town {

    private static final Path CONFIG = config();
    private static final Path SCRIPT = CONFIG.resolve("src/main/pbx/pbx");
    private static final Path FOLDER = CONFIG.resolve("target/pbx");

    /** Tests that run beside these, in another process, have theirs. */
    private static final String BESIDE = Integer.getInteger("catgem.fork", 1) == 1 ? "" : "-2";

    private static final String CENTRE = "centre" + BESIDE;
    private static final String TOWN = "town" + BESIDE;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static RealExchange running;
    private static String missing;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int centrePort;
    private final int townPort;
    private final Map<String, String> ports;
    private final PbxSettings town;

    private RealExchange() throws IOException {
        centrePort = freePort();
        townPort = freePort();
        ports = Map.of(
                "PBX_ARI", Integer.toString(centrePort),
                "PBX_TOWN_ARI", Integer.toString(townPort),
                "PBX_SIP", Integer.toString(freePort()),
                "PBX_TOWN_SIP", Integer.toString(freePort()));
        pbx("start", FOLDER.toString(), CENTRE);
        pbx("start", FOLDER.toString(), TOWN);
        town = at(townPort);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop(TOWN);
            stop(CENTRE);
        }));
    }

    private static Path config() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("wildfly-config/src/main/pbx/pbx"))) {
            folder = folder.getParent();
        }
        return folder.resolve("wildfly-config");
    }

    /** Skips the test loudly where there can be none; where everything is checked it fails. */
    public static synchronized RealExchange running() {
        try {
            if (missing == null) {
                missing = said("fetch", FOLDER.toString());
            }
            if (!missing.isEmpty()) {
                String why = "NO TESTS WITH A REAL EXCHANGE: " + missing
                        + "To have it: as root, wildfly-config/src/main/pbx/pbx fetch wildfly-config/target/pbx";
                System.err.println(why);
                assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
                Assumptions.abort(why);
            }
            if (running == null) {
                running = new RealExchange();
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return why it did not go, or nothing when it did */
    private static String said(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return exit(process) == 0 ? "" : said.strip() + "\n";
    }

    /** For a server that is to use it. */
    public List<String> javaOptions() {
        PbxSettings centre = settings();
        return List.of(
                "-DCATGEM_PBX_URL=" + centre.url(),
                "-DCATGEM_PBX_USER=" + centre.user(),
                "-DCATGEM_PBX_PASSWORD_FILE=" + FOLDER.resolve("ari.password"),
                "-DCATGEM_PBX_ENDPOINT=" + centre.endpoint(),
                "-DCATGEM_PBX_SOUNDS=" + centre.sounds());
    }

    /** As {@link #javaOptions}, and advisors may have their telephone in the browser. */
    public List<String> javaOptionsWithBrowsers() {
        List<String> options = new ArrayList<>(javaOptions());
        options.add("-DCATGEM_PBX_SOCKET=" + settings().socket());
        return options;
    }

    @Override
    public PbxSettings settings() {
        return at(centrePort);
    }

    private static PbxSettings at(int port) {
        try {
            return new PbxSettings(
                    URI.create("http://127.0.0.1:" + port + "/ari"),
                    "catgem",
                    Files.readString(FOLDER.resolve("ari.password")),
                    "catgem",
                    "PJSIP/{advisor}@phones",
                    URI.create("ws://127.0.0.1:" + port + "/ws"),
                    FOLDER.resolve("root/usr/share/asterisk/sounds/catgem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut does it. */
    void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readString(FOLDER.resolve(CENTRE + ".pid")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        try {
            pbx("start", FOLDER.toString(), CENTRE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(String name) {
        try {
            pbx("stop", FOLDER.toString(), name);
        } catch (IOException e) {
            System.err.println("the exchange was not stopped: " + e.getMessage());
        }
    }

    private void pbx(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        Path log = FOLDER.resolveSibling("pbx-script.log");
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(ports);
        int exit = exit(builder.start());
        if (exit != 0) {
            throw new IOException("pbx " + words[0] + " ended with " + exit + ", see " + log);
        }
    }

    private static int exit(Process process) throws IOException {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the script does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String phones(String dialled, String callerNumber) {
        return phones(dialled, callerNumber, "speaks");
    }

    /** Who phones like this says nothing, and {@link #presses} keys. */
    String phonesWithKeys(String dialled, String callerNumber) {
        return phones(dialled, callerNumber, "types");
    }

    /** On whose line there is nothing but a soft tone. */
    String phonesAndHums(String dialled, String callerNumber) {
        return phones(dialled, callerNumber, "hums");
    }

    /** Who phones like this says nothing and keeps what is {@link #heard}. */
    String phonesAndListens(String dialled, String callerNumber) {
        return phones(dialled, callerNumber, "listens");
    }

    /** By whom who listened; after they have hung up. */
    Wav heard(String citizen) {
        Path file = FOLDER.resolve("root/srv/" + TOWN + "/spool/" + citizen + ".wav");
        try {
            return Wav.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At the desk of who {@link Desk#LISTENS}; after they have hung up. */
    Wav heardAtDesk(String advisor) {
        return heard("desk-" + advisor);
    }

    private String phones(String dialled, String callerNumber, String does) {
        String citizen = "citizen-" + System.nanoTime() + "-" + NEXT.incrementAndGet();
        int status = send(
                        "POST",
                        "/channels/" + citizen + "?endpoint=PJSIP/" + dialled
                                + "@centre&context=citizens&extension=" + does + "&priority=1&callerId="
                                + PbxSettings.encoded(callerNumber))
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("the citizen could not phone: " + status);
        }
        return citizen;
    }

    @Override
    public void presses(String citizen, String key) {
        send("POST", "/asterisk/variable?variable=KEYS_" + citizen + "&value=" + PbxSettings.encoded(key));
    }

    @Override
    public void hangsUp(String citizen) {
        send("DELETE", "/channels/" + citizen);
    }

    @Override
    public boolean isOnTheLine(String citizen) {
        return send("GET", "/channels/" + citizen).statusCode() == 200;
    }

    @Override
    public void desk(String advisor, Desk how) {
        String does = how.name().toLowerCase(Locale.ROOT).replace('_', '-');
        send("POST", "/asterisk/variable?variable=PHONE_" + advisor + "&value=" + does);
    }

    @Override
    public void deskHangsUp(String advisor) {
        desks(advisor, "").forEach(channel -> send("DELETE", "/channels/" + channel));
    }

    @Override
    public boolean isTalking(String advisor) {
        return !desks(advisor, "Up").isEmpty();
    }

    @Override
    public Set<String> bridged(String bridge) {
        HttpResponse<String> found = send(settings(), "GET", "/bridges/" + bridge);
        if (found.statusCode() == 404) {
            return Set.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(found.body()))) {
            return reader.readObject().getJsonArray("channels").getValuesAs(JsonString::getString).stream()
                    .collect(Collectors.toSet());
        }
    }

    private List<String> desks(String advisor, String state) {
        try (JsonReader reader =
                Json.createReader(new StringReader(send("GET", "/channels").body()))) {
            return reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .filter(channel -> channel.getJsonObject("dialplan")
                            .getString("exten", "")
                            .equals(advisor))
                    .filter(channel ->
                            state.isEmpty() || channel.getString("state").equals(state))
                    .map(channel -> channel.getString("id"))
                    .toList();
        }
    }

    private HttpResponse<String> send(String method, String path) {
        return send(town, method, path);
    }

    private HttpResponse<String> send(PbxSettings exchange, String method, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(exchange.at(path))
                            .header("Authorization", exchange.authorization())
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
