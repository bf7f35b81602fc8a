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
            case NODE_KILL -> killNode(blow.part() < 0.5 ? matching() : other());
            case POINT_KILL -> killNodeAt(blow.point());
            case NODE_PAUSE -> pauseNode();
            case STALE_OWNER -> outliveLease();
            case BROKER_KILL -> killBroker();
            case DATABASE_KILL -> killDatabase();
            case CONNECTION_KILL -> killConnection(blow.part());
        }
    }

    /** Number of the node whose matcher has the lease, or had it last. */
    private int matching() throws SQLException, IOException {
        String epoch =
                centre.column("select epoch from lease where name = 'matcher'").get(0);
        for (int node = 1; node <= centre.nodes(); node++) {
            if (centre.log(node).contains("this node matches, epoch " + epoch)) {
                return node;
            }
        }
        return 1;
    }

    private int other() throws SQLException, IOException {
        return centre.nodes() == 1 ? 1 : 3 - matching();
    }

    private void killNode(int node) throws InterruptedException {
        probe.mark();
        kills++;
        centre.server().node(node).kill();
        centre.restart(node);
    }

    private void killNodeAt(FaultPoint point) throws IOException, InterruptedException {
        centre.traps().spring(point);
        probe.mark();
        kills++;
        centre.server().node(1).kill();
        centre.traps().release(point);
        centre.restart(1);
    }

    private void pauseNode() throws SQLException, IOException, InterruptedException {
        long pid = centre.server().node(matching()).pid();
        probe.mark();
        Processes.pause(pid);
        TimeUnit.SECONDS.sleep(PAST_LEASE_SECONDS);
        Processes.wake(pid);
    }

    /** The matcher has chosen and stands still; another takes the lease; what it had chosen must not be written. */
    private void outliveLease() throws SQLException, IOException, InterruptedException {
        centre.traps().spring(FaultPoint.MATCH_DECIDED);
        int stale = matching();
        int epoch = epoch();
        long pid = centre.server().node(stale).pid();
        probe.mark();
        Processes.pause(pid);
        if (centre.nodes() == 1) {
            takeLease();
        } else {
            centre.await("the other node has the lease", () -> epoch() > epoch);
        }
        int offers = offers();
        centre.traps().release(FaultPoint.MATCH_DECIDED);
        Processes.wake(pid);
        while (centre.nodes() == 1
                && centre.number("select count(*) from lease where name = 'matcher' and owner = 'harness'"
                                + " and expires_at > clock_timestamp()")
                        == 1) {
            assertThat(offers()).as("offers by a matcher without the lease").isEqualTo(offers);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        centre.await("contacts are offered again", () -> offers() > offers);
    }

    private int epoch() throws SQLException {
        return centre.number("select epoch from lease where name = 'matcher'");
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

    private void killBroker() throws IOException, InterruptedException {
        probe.mark();
        kills++;
        centre.server().broker().kill();
        centre.server().broker().start();
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
