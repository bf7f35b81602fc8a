package mx.gob.edomex.catgem.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL database of its own for each test class, with the schema of the product in it.
 *
 * <p>One embedded server serves the whole JVM. The migrations run once, into a template; a test class gets a copy of
 * that template in some tens of milliseconds and may leave whatever it likes behind.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.tryout();
 * }</pre>
 *
 * {@link TestPersistence} adds Hibernate on top of it. With {@code -Dcatgem.test.durable=true} a commit is on the disk when
 * it returns, as in production; measurements need that, tests do not.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Template template;
    private String name;

    private TestDatabase(Template template) {
        this.template = template;
    }

    /** The schema with the example content of a try-out installation (knowledge entries, demo accounts). */
    public static TestDatabase tryout() {
        return new TestDatabase(Template.TRYOUT);
    }

    /** A production installation in operation: no example content, and its procedures signed by three people. */
    public static TestDatabase production() {
        return new TestDatabase(Template.PRODUCTION);
    }

    /** As a production installation is born: nobody in it, and its procedures proposals. */
    public static TestDatabase newProduction() {
        return new TestDatabase(Template.NEW_PRODUCTION);
    }

    /** Creates the database; the JUnit extension calls this, a test without the extension may do so itself. */
    public TestDatabase open() {
        if (name == null) {
            String fresh = "test_" + NEXT.incrementAndGet();
            Server.execute("CREATE DATABASE " + fresh + " TEMPLATE " + template.database());
            name = fresh;
        }
        return this;
    }

    /** Drops the database, together with the connections that a test has left open. */
    @Override
    public void close() {
        if (name != null) {
            Server.execute("DROP DATABASE " + name + " WITH (FORCE)");
            name = null;
        }
    }

    /** Connections of the database owner; not pooled, so that a test may ask for as many as it has threads. */
    public DataSource dataSource() {
        return Server.POSTGRES.getDatabase("postgres", opened());
    }

    /** For code that wants an address instead of a data source; the user is {@code postgres}, without a password. */
    public String jdbcUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", opened());
    }

    public Connection connection() throws SQLException {
        return dataSource().getConnection();
    }

    /** Runs one statement and commits it. */
    public void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row, as text; {@code null} stays {@code null}. */
    public List<String> column(String sql, Object... parameters) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }
    }

    /** The first column of the only row, as text. */
    public String value(String sql, Object... parameters) throws SQLException {
        List<String> values = column(sql, parameters);
        if (values.size() != 1) {
            throw new IllegalStateException(values.size() + " rows from: " + sql);
        }
        return values.get(0);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private String opened() {
        if (name == null) {
            throw new IllegalStateException("no database yet: register this object as a static JUnit extension");
        }
        return name;
    }

    /** A database that the migrations have filled, made when the first copy of it is wanted. */
    private static final class Template {

        static final Template TRYOUT = new Template("template_tryout", CentreMode.TRYOUT, "select 1");
        static final Template NEW_PRODUCTION = new Template("template_born", CentreMode.PRODUCTION, "select 1");
        static final Template PRODUCTION = new Template(
                "template_production",
                CentreMode.PRODUCTION,
                """
                insert into app_user (username, staff_number, display_name, password, enabled)
                select 'firmante' || n, 'F-00' || n, 'Firmante ' || n, 'x', false from generate_series(1, 3) n;
                alter table procedure_version disable trigger a_version_goes_forward;
                update procedure_version set proposal = false, prepared_by = 'firmante1', prepared_at = now(),
                  reviewed_by = 'firmante2', reviewed_at = now(), authorised_by = 'firmante3', authorised_at = now();
                alter table procedure_version enable trigger a_version_goes_forward;
                """);

        private final String database;
        private final CentreMode mode;
        private final String after;
        private boolean migrated;

        Template(String database, CentreMode mode, String after) {
            this.database = database;
            this.mode = mode;
            this.after = after;
        }

        synchronized String database() {
            if (!migrated) {
                // A migration that failed for one test class must fail for the next with its own message.
                Server.execute("DROP DATABASE IF EXISTS " + database);
                Server.execute("CREATE DATABASE " + database);
                DataSource fresh = Server.POSTGRES.getDatabase("postgres", database);
                Migrations.run(fresh, mode);
                Server.execute(fresh, after);
                migrated = true;
            }
            return database;
        }
    }

    /** Started by the first database that is asked for, stopped with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                String durable = Boolean.getBoolean("catgem.test.durable") ? "on" : "off";
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", durable)
                        .setServerConfig("full_page_writes", durable)
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("max_prepared_transactions", "20")
                        .setServerConfig("TimeZone", "UTC")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
            }
        }

        static void execute(String sql) {
            execute(POSTGRES.getPostgresDatabase(), sql);
        }

        static void execute(DataSource database, String sql) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("failed: " + sql, e);
            }
        }
    }
}
