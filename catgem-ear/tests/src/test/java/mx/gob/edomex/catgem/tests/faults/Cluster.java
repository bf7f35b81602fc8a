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
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.ApplicationServer;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.api.ApiClient;

/** A centre of two nodes behind a proxy, with its broker in a process of its own. */
final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CatgemServer server;
    private Proxy proxy;

    private Cluster(CatgemServer server) {
        this.server = server;
    }

    static Cluster start() throws IOException, InterruptedException {
        Cluster cluster = new Cluster(RunningCentre.anotherCluster("cluster", 2, ports -> List.of()));
        try {
            cluster.server.start();
            cluster.proxy = Proxy.before(cluster.server);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    CatgemServer server() {
        return server;
    }

    ApplicationServer node(int number) {
        return server.node(number);
    }

    /** Starts a node that was killed; one that runs is left alone. */
    void revive(int number) throws IOException, InterruptedException {
        if (ProcessHandle.of(node(number).pid()).filter(ProcessHandle::isAlive).isEmpty()) {
            node(number).start();
        }
    }

    /** Of the proxy. */
    URI address() {
        return proxy.address();
    }

    /** A program that the proxy sends to either node. */
    ApiClient program(String account) {
        return ApiClient.of(address(), account);
    }

    /** The number of the node that matches, or 0 while none does. */
    int matching() throws SQLException {
        String owner = text("select coalesce((select owner from lease where name = 'matcher' and"
                + " expires_at > clock_timestamp()), 'catgem-0 ')");
        return Integer.parseInt(owner.substring("catgem-".length(), owner.indexOf(' ')));
    }

    long epoch() throws SQLException {
        return Long.parseLong(text("select epoch from lease where name = 'matcher'"));
    }

    /** Sends a signal to a process: STOP, CONT. */
    static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        if (kill.waitFor() != 0) {
            throw new IOException("no signal " + name + " to " + pid);
        }
    }

    List<String> logOf(int node) throws IOException {
        return Files.readAllLines(server.node(node).base().resolve(Path.of("log", "server.log")));
    }

    Connection connect() throws SQLException {
        return server.database().connect();
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

    String text(String sql) throws SQLException {
        return column(sql).get(0);
    }

    int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    List<String> findings() throws SQLException {
        try (Connection connection = connect()) {
            return AccountingOracle.findings(connection);
        }
    }

    /** Waits for what the cluster reaches by itself. @return the seconds it took */
    double await(String what, FaultyCentre.Condition condition) throws SQLException, IOException, InterruptedException {
        Instant begin = Instant.now();
        while (!condition.holds()) {
            if (Instant.now().isAfter(begin.plus(PATIENCE))) {
                throw new AssertionError("not after " + PATIENCE.toSeconds() + " s: " + what + "; contacts are "
                        + column("select state || ' ' || count(*) from contact group by state"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    @Override
    public void close() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
        server.close();
    }
}
