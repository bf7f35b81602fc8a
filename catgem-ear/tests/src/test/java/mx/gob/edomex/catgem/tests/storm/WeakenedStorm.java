package mx.gob.edomex.catgem.tests.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.faults.FaultFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A control: the same kill of the database, but commits are confirmed before they are on disk. The verdict must be BROKEN,
 * or the harness would overlook a centre that loses contacts.
 */
@ExtendWith(Verdict.Watcher.class)
class WeakenedStorm {

    private static final int TRIES = 3;
    private static final long LOAD_SECONDS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void commitsThatAreNotOnDiskAreFoundMissing() throws Exception {
        try (StormCentre centre = StormCentre.open(
                "weakened",
                ports -> List.of("-Denv.CATGEM_DB_URL=jdbc:postgresql://localhost:" + ports.database()
                        + "/catgem?options=-c%20synchronous_commit%3Doff"))) {
            letNobodyElseWrite(centre.server());
            Promises promises = new Promises();
            List<String> lost = List.of();
            // What the database writes by itself every ten seconds is not lost; a second try meets another moment.
            for (int i = 0; i < TRIES && lost.isEmpty(); i++) {
                lost = lostIn(centre, promises, "weakened" + i);
            }
            FaultFigures.measured("faults.weakened.lost", lost.size(), "promises");
            assertThat(promises.size()).as("promises made").isPositive();
            assertThat(lost).as("promises that the weakened centre broke").isNotEmpty();
        }
    }

    private static List<String> lostIn(StormCentre centre, Promises promises, String series) throws Exception {
        try (Probe probe = Probe.begin(centre.program(), promises, series)) {
            probe.mark();
            probe.gap(PATIENCE);
            TimeUnit.SECONDS.sleep(LOAD_SECONDS);
            centre.server().database().kill();
        }
        centre.server().database().start();
        try (Connection connection = centre.connect()) {
            return promises.findings(connection, false);
        }
    }

    /** PostgreSQL's own writers would make most commits durable soon; {@code wal_writer_delay} has ten seconds at most. */
    private static void letNobodyElseWrite(CatgemServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.database().url(), "postgres", server.database().password());
                Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'", "bgwriter_lru_maxpages = 0")) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}
