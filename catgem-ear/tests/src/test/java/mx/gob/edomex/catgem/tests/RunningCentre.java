package mx.gob.edomex.catgem.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.launcher.Ports;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One whole centre (PostgreSQL, mail, WildFly with the application) for all test classes of a run: started by the first
 * class that asks, stopped after the last. Register it before Arquillian's extension, which connects to it.
 */
public final class RunningCentre implements BeforeAllCallback {
    /** Compiles less and collects serially: boots in two thirds of the time and memory. */
    static final List<String> JAVA_OPTIONS = List.of(
            "-Xms96m",
            "-Xmx448m",
            "-XX:MaxMetaspaceSize=320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // As in production, where the proxy says who calls and whether by TLS; without its headers nothing changes.
            "-Denv.CATGEM_BEHIND_PROXY=true");

    private static volatile CatgemServer centre;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("catgem.ear") == null) {
            // Inside the server Arquillian runs the class again, extensions and all.
            return;
        }
        Started started = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningCentre.class))
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class);
        centre = started.server;
    }

    public static CatgemServer centre() {
        return centre;
    }

    /**
     * Nobody waits any more: one line serves every test, and a desk would be offered what another test left behind.
     * Their tokens are stale from then on, which the matcher finds by itself.
     */
    public static void emptyLine() {
        execute(
                "update contact set state = 'ABANDONED_IN_QUEUE', closed_at = now() where state in ('QUEUED', 'CALLBACK_SCHEDULED')");
    }

    /**
     * Nobody waits, nobody is attended and nobody is at a desk, whatever the test before left behind: what stayed open
     * at a desk that was closed would come back to the line in the middle of this one. Contacts are locked before
     * advisors, as by every command.
     */
    public static void startAfresh() {
        execute(
                "select 1 from contact where closed_at is null order by id for update",
                "select 1 from advisor order by username for update",
                "update contact set state = 'ABANDONED_IN_QUEUE', closed_at = now() where closed_at is null",
                "update leg set ended_at = now(), end_reason = 'TEST_OVER' where ended_at is null",
                "update offer set outcome = 'WITHDRAWN', ended_at = now() where outcome is null",
                "update warm_transfer set outcome = 'CONTACT_LEFT', ended_at = now() where ended_at is null",
                "update advisor set presence = 'OFFLINE', reason = null, next_presence = null, next_reason = null,"
                        + " before_grace = null, grace_until = null, points = 0, misses = 0"
                        + " where presence <> 'OFFLINE' or points <> 0 or next_presence is not null");
    }

    /** In the database behind the centre's back, all in one transaction. */
    public static void execute(String... statements) {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("not done in the database", e);
        }
    }

    /** Of a page or resource below {@code /catgem/}. */
    public static URI address(String path) {
        return centre.address().resolve(path);
    }

    /** Of health and metrics. */
    public static URI management(String path) {
        return URI.create("http://localhost:" + centre.settings().ports().management() + path);
    }

    /** A centre of its own on fresh data, for tests that kill or stop parts of it; the caller starts and closes it. */
    public static CatgemServer another(String name) throws IOException {
        return another(name, ports -> List.of());
    }

    /** @param options more of the Java options, by the ports of the new centre */
    public static CatgemServer another(String name, Function<Ports, List<String>> options) throws IOException {
        return CatgemServer.prepare(settings(name, options), true);
    }

    /** As {@link #another(String, Function)}, of several nodes with their broker outside. */
    public static CatgemServer anotherCluster(String name, int nodes, Function<Ports, List<String>> options)
            throws IOException {
        return CatgemServer.prepareCluster(settings(name, options), nodes, true);
    }

    private static CatgemServer.Settings settings(String name, Function<Ports, List<String>> options) {
        Path target = Path.of("target").toAbsolutePath();
        Ports ports = Ports.free();
        return new CatgemServer.Settings(
                Path.of(System.getProperty("catgem.server.home")),
                Path.of(System.getProperty("catgem.ear")),
                target.resolve(name),
                ports,
                "127.0.0.1",
                Stream.concat(JAVA_OPTIONS.stream(), options.apply(ports).stream())
                        .toList(),
                "INFO",
                target.resolve(name + ".log"));
    }

    /** In the store of the whole run, so that it is closed once, at the very end. */
    private static final class Started implements AutoCloseable {
        private final CatgemServer server;

        Started() {
            try {
                server = another("centre");
                server.start();
                // Read by arquillian.xml.
                System.setProperty(
                        "catgem.management.port",
                        Integer.toString(server.settings().ports().management()));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The centre for the system tests did not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
