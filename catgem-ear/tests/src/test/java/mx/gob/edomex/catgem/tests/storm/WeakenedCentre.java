package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A centre whose commits are confirmed before they are on disk. */
final class WeakenedCentre extends StormCentre {

    private static volatile WeakenedCentre shared;

    private WeakenedCentre() throws IOException, InterruptedException {
        super(
                "weakened",
                ports -> List.of("-Denv.CATGEM_DB_URL=jdbc:postgresql://localhost:" + ports.database()
                        + "/catgem?options=-c%20synchronous_commit%3Doff"));
    }

    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            shared = only(context, WeakenedCentre.class, WeakenedCentre::new);
        }
    }

    static WeakenedCentre centre() {
        return shared;
    }

    /** PostgreSQL's own writers would make most commits durable soon; {@code wal_writer_delay} has ten seconds at most. */
    void letNobodyElseWrite() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server().database().url(),
                        "postgres",
                        server().database().password());
                Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'", "bgwriter_lru_maxpages = 0")) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}
