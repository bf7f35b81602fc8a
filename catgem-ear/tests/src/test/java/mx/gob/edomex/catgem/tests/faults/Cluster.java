package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.launcher.ApplicationServer;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.RunningCentre;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A centre of two nodes behind a proxy, with its broker in a process of its own. */
final class Cluster extends BreakableCentre {

    private static volatile Cluster shared;

    private Proxy proxy;

    private Cluster(CatgemServer server) {
        super(server);
    }

    /** Whatever a test did to the nodes, the next one finds both at work. */
    static final class Shared implements BeforeAllCallback, AfterEachCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            Proxy.require();
            shared = only(context, Cluster.class, Cluster::open);
        }

        @Override
        public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
            shared.wake(1);
            shared.wake(2);
            shared.revive(1);
            shared.revive(2);
        }
    }

    static Cluster cluster() {
        return shared;
    }

    private static Cluster open() throws IOException, InterruptedException {
        Cluster cluster = new Cluster(RunningCentre.anotherCluster("cluster", 2, ports -> List.of()));
        try {
            cluster.server().start();
            cluster.proxy = Proxy.before(cluster.server());
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Of the proxy. */
    @Override
    public URI address() {
        return proxy.address();
    }

    ApplicationServer node(int number) {
        return server().node(number);
    }

    static int other(int node) {
        return 3 - node;
    }

    void kill(int node) throws InterruptedException {
        node(node).kill();
    }

    /** Starts a node that was killed; one that runs is left alone. */
    void revive(int node) throws IOException, InterruptedException {
        if (!isAlive(node)) {
            node(node).start();
        }
    }

    /** SIGSTOP: it keeps its connections and its locks, and does nothing. */
    void pause(int node) throws IOException, InterruptedException {
        signal("STOP", node);
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void wake(int node) throws IOException, InterruptedException {
        if (isAlive(node)) {
            signal("CONT", node);
        }
    }

    private boolean isAlive(int node) {
        return ProcessHandle.of(node(node).pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    private void signal(String name, int node) throws IOException, InterruptedException {
        long pid = node(node).pid();
        if (new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor() != 0) {
            throw new IOException("no signal " + name + " to " + pid);
        }
    }

    /** The node whose matcher has the lease, or 0 while none has. */
    int matching() throws SQLException {
        String owner = text("select coalesce((select owner from lease where name = 'matcher' and"
                + " expires_at > clock_timestamp()), 'catgem-0 ')");
        return Integer.parseInt(owner.substring("catgem-".length(), owner.indexOf(' ')));
    }

    /** As soon as one does. */
    int awaitMatching() throws SQLException, IOException, InterruptedException {
        await("a node matches", () -> matching() != 0);
        return matching();
    }

    long epoch() throws SQLException {
        return Long.parseLong(text("select epoch from lease where name = 'matcher'"));
    }

    /** Seconds from then to the first offer, which is waited for. */
    double offeredAfter(Instant instant) throws SQLException, IOException, InterruptedException {
        String since = " from offer where made_at > timestamptz '" + instant + "'";
        await("matching goes on", () -> number("select count(*)" + since) > 0);
        return Double.parseDouble(
                text("select extract(epoch from min(made_at) - timestamptz '" + instant + "')" + since));
    }

    /** Everybody who came has been attended to, and the books add up. */
    void awaitEnd() throws SQLException, IOException, InterruptedException {
        await(
                "everything is closed",
                () -> number("select count(*) from contact where closed_at is null") == 0
                        && number("select count(*) from arrival where not opened") == 0);
    }

    @Override
    public void close() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
        super.close();
    }
}
