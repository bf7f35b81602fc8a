package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.launcher.Ports;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import mx.gob.edomex.catgem.tests.faults.AccountingOracle;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one centre of all fault tests, apart from everybody else's: they kill its parts, and act as its advisors. Each
 * leaves it at work.
 */
final class StormCentre implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static volatile StormCentre shared;

    private final CatgemServer server;
    private final Traps traps;
    private final int nodes;
    private Door door;

    private StormCentre(CatgemServer server, Traps traps, int nodes) {
        this.server = server;
        this.traps = traps;
        this.nodes = nodes;
    }

    /** Started by the first class that asks, stopped after the last. */
    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            shared = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(StormCentre.class))
                    .getOrComputeIfAbsent(StormCentre.class, key -> start(), StormCentre.class);
        }
    }

    static StormCentre centre() {
        return shared;
    }

    private static StormCentre start() {
        try {
            return open("storm", ports -> List.of());
        } catch (IOException | InterruptedException e) {
            throw new HarnessFault("the centre for the fault tests did not start", e);
        }
    }

    /** One more, for a test that leaves nothing usable behind. */
    static StormCentre open(String name, Function<Ports, List<String>> options)
            throws IOException, InterruptedException {
        Traps traps = Traps.in(Path.of("target", name + "-traps").toAbsolutePath());
        return new StormCentre(RunningCentre.another(name, withTraps(traps, options)), traps, 1).started();
    }

    /** Two nodes with one broker outside, behind a door. */
    static StormCentre openCluster(String name) throws IOException, InterruptedException {
        Traps traps = Traps.in(Path.of("target", name + "-traps").toAbsolutePath());
        StormCentre centre =
                new StormCentre(RunningCentre.anotherCluster(name, 2, withTraps(traps, ports -> List.of())), traps, 2);
        centre.door = Door.before(List.of(
                centre.server.node(1).ports().http(),
                centre.server.node(2).ports().http()));
        return centre.started();
    }

    private static Function<Ports, List<String>> withTraps(Traps traps, Function<Ports, List<String>> options) {
        return ports -> Stream.concat(Stream.of(traps.property()), options.apply(ports).stream())
                .toList();
    }

    private StormCentre started() throws IOException, InterruptedException {
        try {
            server.start();
            return this;
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    int nodes() {
        return nodes;
    }

    /** Where people and programs find it. */
    URI address() {
        return door == null ? server.address() : door.address();
    }

    /** All that a node has told so far. */
    String log(int node) throws IOException {
        return Files.readString(server.node(node).base().resolve("log").resolve("server.log"));
    }

    CatgemServer server() {
        return server;
    }

    ApiClient program() {
        return ApiClient.of(address(), "integracion");
    }

    Traps traps() {
        return traps;
    }

    Connection connect() throws SQLException {
        return server.database().connect();
    }

    /** A node that was killed comes back. */
    void restart(int node) throws InterruptedException {
        try {
            server.node(node).start();
        } catch (IOException e) {
            throw new AssertionError("node " + node + " does not come back", e);
        }
    }

    List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    int number(String sql) throws SQLException {
        return Integer.parseInt(column(sql).get(0));
    }

    /** When nothing is under way. */
    List<String> findings() throws SQLException {
        try (Connection connection = connect()) {
            return AccountingOracle.findings(connection);
        }
    }

    /** Figures of today and yesterday that a recount from the raw events does not find as they are shown. */
    List<String> recount() throws IOException, InterruptedException {
        Path deployments = server.settings().data().resolve("server").resolve("deployments");
        Driver.deploy(deployments, PATIENCE);
        return Driver.recount(server.address());
    }

    /** A condition that the centre reaches by itself, sooner or later. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws SQLException, IOException, InterruptedException;
    }

    void await(String what, Condition condition) throws SQLException, IOException, InterruptedException {
        await(what, PATIENCE, condition);
    }

    void await(String what, Duration patience, Condition condition)
            throws SQLException, IOException, InterruptedException {
        Instant limit = Instant.now().plus(patience);
        while (!condition.holds()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not after " + patience.toSeconds() + " s: " + what + "; contacts are "
                        + column("select state || ' ' || count(*) from contact group by state"));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() throws IOException {
        if (door != null) {
            door.close();
        }
        server.close();
    }
}
