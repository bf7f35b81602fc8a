package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A whole centre on this machine: PostgreSQL, mail server and WildFly with the application, started in this order and
 * stopped in the opposite one. The try-out and the system tests run the same class.
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

    private final Settings settings;
    private final DataDirectory directory;
    private final Database database;
    private final MailServer mail;
    private final ApplicationServer server;
    private final Watchdog watchdog;
    private boolean closed;

    private CatgemServer(Settings settings, DataDirectory directory) throws IOException {
        this.settings = settings;
        this.directory = directory;
        database = new Database(directory, settings.ports().database());
        mail = new MailServer(settings.ports(), settings.bindAddress(), directory.mailPassword());
        server = new ApplicationServer(settings, directory.server(), environment());
        watchdog = Watchdog.start();
    }

    /** Checks the ports and opens (or empties) the data folder; nothing runs yet. */
    public static CatgemServer prepare(Settings settings, boolean reset) throws IOException {
        settings.ports().requireFree();
        return new CatgemServer(settings, DataDirectory.open(settings.data(), reset));
    }

    /** Starts everything and returns when the application is deployed; on failure nothing is left running. */
    public void start() throws IOException, InterruptedException {
        try {
            watchdog.watchDatabase(database.pidFile());
            database.start();
            mail.start();
            startApplication();
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
                Map.entry("CATGEM_DB_URL", database.url()),
                Map.entry("CATGEM_DB_USER", database.user()),
                Map.entry("CATGEM_DB_PASSWORD", database.password()),
                Map.entry("CATGEM_PUBLIC_URL", address().toString()),
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

    public URI address() {
        return URI.create("http://localhost:" + settings.ports().http() + "/catgem/");
    }

    /** Waits until WildFly ends by itself and returns its exit code. */
    public int await() throws InterruptedException {
        return server.await();
    }

    /** Starts WildFly again after {@link #killApplication()}. */
    public void startApplication() throws IOException, InterruptedException {
        server.start(watchdog::watchServer);
    }

    /** kill -9 of WildFly alone: database and mail server go on. */
    public void killApplication() throws InterruptedException {
        server.kill();
    }

    /** The process id of WildFly. */
    public long applicationPid() {
        return server.pid();
    }

    /** Stops what runs, in order; the second call (a failed start and Ctrl-C may meet) does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        mail.close();
        database.close();
        watchdog.close();
    }
}
