package mx.gob.edomex.catgem.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL of its own, with every promise about durability switched on. */
public final class Database implements AutoCloseable {
    private static final String NAME = "catgem";
    private static final String USER = "catgem";

    private final DataDirectory directory;
    private final int port;
    private final String password;
    private EmbeddedPostgres postgres;

    Database(DataDirectory directory, int port) throws IOException {
        this.directory = directory;
        this.port = port;
        this.password = directory.databasePassword();
    }

    /** Starts on the existing data, or makes a new cluster, role and database. */
    public void start() throws IOException {
        Path data = directory.database();
        boolean isNew = !Files.exists(data.resolve("postgresql.conf"));
        Path log = directory.root().resolve("postgresql.log");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale", "C")
                // The library starts PostgreSQL for throw-away tests, with -F; here a commit must mean a commit.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                // Two-phase commit between database and messages; PostgreSQL's own default is none.
                .setServerConfig("max_prepared_transactions", "100")
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
        if (isNew) {
            createRoleAndDatabase();
        }
        requireDurable();
    }

    private void createRoleAndDatabase() throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + USER);
            // Until here anyone on this machine could sign in without a password.
            Files.writeString(
                    directory.database().resolve("pg_hba.conf"),
                    """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL started, but the database could not be created", e);
        }
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/" + NAME, "postgres", password);
                Statement statement = connection.createStatement()) {
            // Accent-blind search; a trusted extension, but made here so that the role needs no right to create any.
            statement.execute("CREATE EXTENSION IF NOT EXISTS unaccent");
        } catch (SQLException e) {
            throw new IOException("The extension unaccent could not be created", e);
        }
    }

    private void requireDurable() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit')")) {
            row.next();
            if (!"ononon".equals(row.getString(1))) {
                throw new IOException("PostgreSQL runs without durable commits: " + row.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL started, but does not let " + USER + " in", e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, password);
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The file whose first line is the process id while PostgreSQL runs. */
    Path pidFile() {
        return directory.database().resolve("postmaster.pid");
    }

    /** kill -9 of every process of it at once: what was only in their memory is gone. {@link #start} recovers the rest. */
    public void kill() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow(() -> new IOException("PostgreSQL does not run"));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        close();
    }

    /** Stops in the fast mode: open transactions are rolled back, nothing committed is lost. */
    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
