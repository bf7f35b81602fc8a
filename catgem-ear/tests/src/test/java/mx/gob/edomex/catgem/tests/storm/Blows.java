package mx.gob.edomex.catgem.tests.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.FaultPoint;

/** Does to the centre what a blow says, and what an operator does at once: starts again what has died. */
final class Blows {

    /** The matcher's lease of ten seconds, and some more. */
    private static final long PAST_LEASE_SECONDS = 13;

    private static final int TENURE_SECONDS = 8;

    private final StormCentre centre;
    private final Probe probe;
    private int kills;

    /** @param probe is told the moment of each blow */
    Blows(StormCentre centre, Probe probe) {
        this.centre = centre;
        this.probe = probe;
    }

    /** Processes killed so far. */
    int kills() {
        return kills;
    }

    void strike(Blow blow) throws SQLException, IOException, InterruptedException {
        switch (blow.kind()) {
            case NODE_KILL -> killNode();
            case POINT_KILL -> killNodeAt(blow.points());
            case POINT_DATABASE_KILL -> killDatabaseAt(blow.points());
            case NODE_PAUSE -> pauseNode();
            case STALE_OWNER -> outliveLease();
            case DATABASE_KILL -> killDatabase();
            case CONNECTION_KILL -> killConnection(blow.part());
        }
    }

    private void killNode() throws InterruptedException {
        probe.mark();
        kills++;
        centre.server().killApplication();
        centre.restart();
    }

    private void killNodeAt(List<FaultPoint> points) throws IOException, InterruptedException {
        centre.traps().spring(points);
        probe.mark();
        kills++;
        centre.server().killApplication();
        centre.traps().release(points);
        centre.restart();
    }

    private void killDatabaseAt(List<FaultPoint> points) throws IOException, InterruptedException {
        centre.traps().spring(points);
        killDatabase();
        centre.traps().release(points);
    }

    private void pauseNode() throws InterruptedException {
        long pid = centre.server().applicationPid();
        probe.mark();
        Processes.pause(pid);
        TimeUnit.SECONDS.sleep(PAST_LEASE_SECONDS);
        Processes.wake(pid);
    }

    /** The matcher has chosen and stands still; another takes the lease; what it had chosen must not be written. */
    private void outliveLease() throws SQLException, IOException, InterruptedException {
        centre.traps().spring(List.of(FaultPoint.MATCH_DECIDED));
        long pid = centre.server().applicationPid();
        probe.mark();
        Processes.pause(pid);
        takeLease();
        int offers = offers();
        centre.traps().release(List.of(FaultPoint.MATCH_DECIDED));
        Processes.wake(pid);
        while (centre.number("select count(*) from lease where name = 'matcher' and owner = 'harness'"
                        + " and expires_at > clock_timestamp()")
                == 1) {
            assertThat(offers()).as("offers by a matcher without the lease").isEqualTo(offers);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        centre.await("contacts are offered again", () -> offers() > offers);
    }

    private void takeLease() throws SQLException, IOException, InterruptedException {
        centre.await("its lease has run out", Duration.ofSeconds(PAST_LEASE_SECONDS), () -> {
            try (Connection connection = centre.connect();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                                "update lease set owner = 'harness', epoch = epoch + 1, expires_at = clock_timestamp()"
                                        + " + make_interval(secs => " + TENURE_SECONDS + ")"
                                        + " where name = 'matcher' and expires_at <= clock_timestamp()")
                        == 1;
            }
        });
    }

    private int offers() throws SQLException {
        return centre.number("select count(*) from offer");
    }

    private void killDatabase() throws IOException {
        probe.mark();
        kills++;
        centre.server().database().kill();
        centre.server().database().start();
    }

    private void killConnection(double part) throws SQLException, InterruptedException {
        List<String> connections = centre.column("select pid from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid");
        if (connections.isEmpty()) {
            throw new HarnessFault("the database has no connection to kill");
        }
        probe.mark();
        kills++;
        Processes.kill(Long.parseLong(connections.get((int) (part * connections.size()))));
    }
}
