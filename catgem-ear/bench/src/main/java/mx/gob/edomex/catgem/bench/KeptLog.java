package mx.gob.edomex.catgem.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.evidence.log.LogFixture;

/** The keeper of the log at its work, as in the server: every second what there is, every four of them a signature. */
final class KeptLog {

    private static final long ROUND = TimeUnit.SECONDS.toNanos(1);

    private final LogFixture log;
    private final long begin;
    private final Thread keeper = new Thread(this::keep, "keeper");
    private final List<Double> signatures = new ArrayList<>();
    /** When leaves below a number were in the log, and when they were under a signature. */
    private final NavigableMap<Long, Instant> appended = new TreeMap<>();

    private final NavigableMap<Long, Instant> sealed = new TreeMap<>();
    private volatile boolean over;
    private volatile RuntimeException failure;
    private long size;

    private KeptLog(LogFixture log, long size) {
        this.log = log;
        this.begin = size;
        this.size = size;
    }

    static KeptLog of(LogFixture log) throws SQLException {
        KeptLog kept =
                new KeptLog(log, Long.parseLong(log.persistence.database().value("select size from log_state")));
        kept.keeper.setDaemon(true);
        kept.keeper.start();
        return kept;
    }

    private void keep() {
        long next = System.nanoTime();
        long signed = next - LogFixture.SIGNED_EVERY;
        try {
            while (!over) {
                append();
                if (System.nanoTime() - signed >= LogFixture.SIGNED_EVERY) {
                    sign();
                    signed = System.nanoTime();
                }
                next += ROUND;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void append() {
        int round;
        do {
            round = log.appendOnce();
            size += round;
            appended.put(size, Instant.now());
        } while (LogFixture.isFull(round));
    }

    private void sign() {
        long since = System.nanoTime();
        if (log.sign().isPresent()) {
            signatures.add((System.nanoTime() - since) / 1e9);
            sealed.put(size, Instant.now());
        }
    }

    /** Ends its work, with all that is on record sealed. */
    void end() throws InterruptedException {
        over = true;
        keeper.join();
        if (failure != null) {
            throw failure;
        }
        append();
        sign();
    }

    /** Seconds it took to sign, each time. */
    List<Double> signatures() {
        return signatures;
    }

    /** Seconds from when a row was recorded until it was in the log, of every row since the beginning; sorted. */
    double[] lags() throws SQLException {
        return since(appended);
    }

    /** Seconds from when a row was recorded until it was under a signature; sorted. */
    double[] sealings() throws SQLException {
        return since(sealed);
    }

    private double[] since(NavigableMap<Long, Instant> moments) throws SQLException {
        List<Double> seconds = new ArrayList<>();
        try (Connection connection = log.persistence.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery(
                    """
                    select l.idx, extract(epoch from e.recorded_at) from log_leaf l join event e on e.id = l.event_id
                    where l.idx >= %d order by l.idx
                    """
                            .formatted(begin))) {
                while (rows.next()) {
                    var moment = moments.higherEntry(rows.getLong(1));
                    if (moment != null) {
                        seconds.add(moment.getValue().toEpochMilli() / 1e3 - rows.getDouble(2));
                    }
                }
            }
        }
        return seconds.stream().mapToDouble(value -> value).sorted().toArray();
    }
}
