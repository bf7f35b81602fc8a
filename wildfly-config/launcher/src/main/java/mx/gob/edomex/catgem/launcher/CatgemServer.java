package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole centre on this machine: PostgreSQL, mail server and WildFly, whose application begins when the others run and ends
 * before they do; or a cluster, which is the same with a broker of its own process and several WildFly. The
 * try-out and the system tests run the same class.
 */
public final class CatgemServer implements AutoCloseable {

    /**
     * @param serverHome the unpacked and configured WildFly
     * @param ear the application
     * @param data what survives a restart
     * @param ports where everything listens
     * @param bindAddress for HTTP and mail; PostgreSQL and management always stay on the loopback address
     * @param javaOptions of WildFly
     * @param consoleLevel of WildFly's console; its log file has everything from INFO
     * @param console the file for WildFly's console, or null to show it here
     */
    public record Settings(
            Path serverHome,
            Path ear,
            Path data,
            Ports ports,
            String bindAddress,
            List<String> javaOptions,
            String consoleLevel,
            Path console) {}

    /** Of all nodes together; PostgreSQL takes 120. */
    private static final int CLUSTER_CONNECTIONS = 100;

    private final Settings settings;
    private final DataDirectory directory;
    private final Database database;
    private final MailServer mail;
    private final ExternalBroker broker;
    private final List<ApplicationServer> nodes = new ArrayList<>();
    private final Watchdog watchdog;
    private boolean closed;

    private CatgemServer(Settings settings, DataDirectory directory, int clustered) throws IOException {
        this.settings = settings;
        this.directory = directory;
        watchdog = Watchdog.start();
        database = new Database(directory, settings.ports().database());
        mail = new MailServer(settings.ports(), settings.bindAddress(), directory.mailPassword());
        broker = clustered == 0
                ? null
                : new ExternalBroker(
                        settings.serverHome(),
                        directory,
                        settings.ports().broker(),
                        pid -> watchdog.watchServer("broker", pid));
        for (int number = 1; number <= Math.max(1, clustered); number++) {
            nodes.add(node(number, clustered));
        }
    }

    private ApplicationServer node(int number, int clustered) throws IOException {
        Map<String, String> environment = new HashMap<>(environment());
        if (broker != null) {
            environment.putAll(broker.environment());
            environment.put("CATGEM_DB_POOL", Integer.toString(CLUSTER_CONNECTIONS / clustered));
        }
        return new ApplicationServer(
                settings,
                new ApplicationServer.Place(
                        "catgem-" + number,
                        settings.ports().ofNode(number),
                        directory.server(number),
                        broker == null ? "catgem.xml" : "catgem-cluster.xml"),
                environment,
                pid -> watchdog.watchServer("node" + number, pid));
    }

    /** Checks the ports and opens (or empties) the data folder; nothing runs yet. */
    public static CatgemServer prepare(Settings settings, boolean reset) throws IOException {
        settings.ports().requireFree(0);
        return new CatgemServer(settings, DataDirectory.open(settings.data(), reset), 0);
    }

    /**
     * As {@link #prepare}, for nodes of the profile "cluster" with their broker outside.
     *
     * @param nodes 1 or more
     */
    public static CatgemServer prepareCluster(Settings settings, int nodes, boolean reset) throws IOException {
        settings.ports().requireFree(nodes);
        return new CatgemServer(settings, DataDirectory.open(settings.data(), reset), nodes);
    }

    /** Starts everything and returns when the application is deployed; on failure nothing is left running. */
    public void start() throws IOException, InterruptedException {
        try {
            watchdog.watchDatabase(database.pidFile());
            if (broker == null) {
                node(1).launch(); // boots while the others start
            }
            database.start();
            mail.start();
            if (broker == null) {
                node(1).deploy();
            } else {
                broker.start();
                for (ApplicationServer node : nodes) {
                    node.start();
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What the application is told about its surroundings; in production the same names are set by the operator. */
    private Map<String, String> environment() throws IOException {
        Ports ports = settings.ports();
        return Map.ofEntries(
                Map.entry("CATGEM_MODE", "TRYOUT"),
                // For the C library: its one memory arena a thread would cost tens of MB.
                Map.entry("MALLOC_ARENA_MAX", "2"),
                Map.entry("CATGEM_MASTER_KEY_FILE", directory.masterKey().toString()),
                Map.entry("CATGEM_LOG_KEY_FILE", directory.logKey().toString()),
                Map.entry("CATGEM_DB_URL", database.url()),
                Map.entry("CATGEM_DB_USER", database.user()),
                Map.entry("CATGEM_DB_PASSWORD", database.password()),
                Map.entry("CATGEM_PUBLIC_URL", settings.ports().application().toString()),
                Map.entry("CATGEM_MAIL_ADDRESS", MailServer.CENTRE_ADDRESS),
                Map.entry("CATGEM_MAIL_IMAP_HOST", "localhost"),
                Map.entry("CATGEM_MAIL_IMAP_PORT", Integer.toString(ports.imap())),
                Map.entry("CATGEM_MAIL_IMAP_USER", MailServer.CENTRE_ADDRESS),
                Map.entry("CATGEM_MAIL_IMAP_PASSWORD", mail.centrePassword()),
                Map.entry("CATGEM_MAIL_SMTP_HOST", "localhost"),
                Map.entry("CATGEM_MAIL_SMTP_PORT", Integer.toString(ports.smtp())));
    }

    public Settings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    public MailServer mail() {
        return mail;
    }

    /** The broker of a cluster. */
    public ExternalBroker broker() {
        if (broker == null) {
            throw new IllegalStateException("a single centre has its broker inside");
        }
        return broker;
    }

    /** @param number from 1 */
    public ApplicationServer node(int number) {
        return nodes.get(number - 1);
    }

    /** Of the first node. */
    public URI address() {
        return node(1).address();
    }

    /** Waits until the first WildFly ends by itself and returns its exit code. */
    public int await() throws InterruptedException {
        return node(1).await();
    }

    /** Starts the first WildFly again after {@link #killApplication()}. */
    public void startApplication() throws IOException, InterruptedException {
        node(1).start();
    }

    /** kill -9 of the first WildFly alone: database and mail server go on. */
    public void killApplication() throws InterruptedException {
        node(1).kill();
    }

    /** The process id of the first WildFly. */
    public long applicationPid() {
        return node(1).pid();
    }

    /** Stops what runs, in order; the second call (a failed start and Ctrl-C may meet) does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        nodes.forEach(ApplicationServer::close);
        if (broker != null) {
            broker.close();
        }
        mail.close();
        database.close();
        watchdog.close();
    }
}
