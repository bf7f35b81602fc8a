package mx.gob.edomex.catgem.tests.faults;

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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A whole centre apart from everybody else's, whose parts tests may kill: what they ask it, and how they wait for it. */
public abstract class BreakableCentre implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CatgemServer server;

    /** @param server not started yet */
    protected BreakableCentre(CatgemServer server) {
        this.server = server;
    }

    /** The one of a whole run: it is started by the first class that asks and stopped when a class asks for another kind, or after the last. */
    protected static <C extends BreakableCentre> C only(ExtensionContext context, Class<C> kind, Callable<C> start) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(BreakableCentre.class))
                .getOrComputeIfAbsent(Place.class, key -> new Place(), Place.class)
                .only(kind, start);
    }

    /** For one centre: two at once would share the machine. */
    private static final class Place implements AutoCloseable {
        private BreakableCentre centre;

        <C extends BreakableCentre> C only(Class<C> kind, Callable<C> start) {
            try {
                if (centre == null || centre.getClass() != kind) {
                    close();
                    centre = start.call();
                }
                return kind.cast(centre);
            } catch (Exception e) {
                throw new IllegalStateException("the centre for the fault tests did not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (centre != null) {
                centre.close();
                centre = null;
            }
        }
    }

    public CatgemServer server() {
        return server;
    }

    /** Where people and programs find it. */
    public URI address() {
        return server.address();
    }

    public ApiClient program() {
        return program("integracion");
    }

    ApiClient program(String account) {
        return ApiClient.of(address(), account);
    }

    /** All that a node has told so far. */
    public List<String> log(int node) throws IOException {
        return Files.readAllLines(server.node(node).base().resolve(Path.of("log", "server.log")));
    }

    public Connection connect() throws SQLException {
        return server.database().connect();
    }

    public List<String> column(String sql) throws SQLException {
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

    public String text(String sql) throws SQLException {
        return column(sql).get(0);
    }

    public int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    /** What does not add up, when nothing is under way. */
    public List<String> findings() throws SQLException {
        try (Connection connection = connect()) {
            return AccountingOracle.findings(connection);
        }
    }

    /** When each contact entered the queue. */
    Map<String, Instant> ages() throws SQLException {
        try (Connection connection = connect()) {
            return AccountingOracle.ages(connection);
        }
    }

    /** A condition that the centre reaches by itself, sooner or later. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws SQLException, IOException, InterruptedException;
    }

    /** @return the seconds it took */
    public double await(String what, Condition condition) throws SQLException, IOException, InterruptedException {
        return await(what, PATIENCE, condition);
    }

    /** @return the seconds it took */
    public double await(String what, Duration patience, Condition condition)
            throws SQLException, IOException, InterruptedException {
        Instant begin = Instant.now();
        while (!condition.holds()) {
            if (Instant.now().isAfter(begin.plus(patience))) {
                throw new AssertionError("not after " + patience.toSeconds() + " s: " + what + "; contacts are "
                        + column("select state || ' ' || count(*) from contact group by state"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
