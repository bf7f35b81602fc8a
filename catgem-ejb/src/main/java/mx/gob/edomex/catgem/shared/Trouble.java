package mx.gob.edomex.catgem.shared;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Something that fails again and again while one cause lasts, the database being away: told when it begins, once a minute
 * while it goes on, and when it is over. Classes and places only, never messages: they could quote a citizen.
 */
public final class Trouble {

    private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int PLACES = 3;

    private final System.Logger log;
    private final String what;
    private final LongSupplier nanos;
    private volatile boolean lasting;
    private boolean told;
    private long since;
    private long toldAt;
    private long lastMet;
    private int times;

    /** @param what is the case while it lasts: "mails wait to be sent" */
    public Trouble(Class<?> where, String what) {
        this(System.getLogger(where.getName()), what, System::nanoTime);
    }

    Trouble(System.Logger log, String what, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.nanos = nanos;
        toldAt = nanos.getAsLong() - AGAIN_NANOS;
    }

    /** It failed, perhaps not for the first time. */
    public synchronized void met(Throwable failure) {
        long now = nanos.getAsLong();
        if (!lasting || now - lastMet > 2 * AGAIN_NANOS) {
            lasting = true;
            since = now;
            times = 0;
            told = false;
        }
        times++;
        lastMet = now;
        if (now - toldAt >= AGAIN_NANOS) {
            String how = times == 1 ? "" : " (" + times + " times in " + seconds(now) + " s)";
            log.log(System.Logger.Level.WARNING, what + how + ": " + describe(failure));
            told = true;
            toldAt = now;
        }
        log.log(System.Logger.Level.DEBUG, what, failure);
    }

    /** It went well; of no cost as long as it always does. Without this word two silent minutes are the end. */
    public void over() {
        if (lasting) {
            end();
        }
    }

    private synchronized void end() {
        // What comes and goes within a minute is told once, or it would be told at each change.
        if (lasting && told) {
            log.log(
                    System.Logger.Level.INFO,
                    "over after " + seconds(nanos.getAsLong()) + " s and " + times + " failures: " + what);
        }
        lasting = false;
    }

    private long seconds(long now) {
        return Duration.ofNanos(now - since).toSeconds();
    }

    /** What it was and where in this application, without its message. */
    public static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String state = root instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return root.getClass().getName() + state + places(root);
    }

    private static boolean isTelling(String name) {
        return name.startsWith("mx.gob.edomex.catgem.")
                && !name.contains("$$")
                && !name.equals(Rounds.class.getName())
                && !name.startsWith(Sql.class.getName());
    }

    /** Where in this application, innermost first. */
    private static String places(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getLineNumber() > 0 && isTelling(frame.getClassName()))
                .limit(PLACES)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < ", " at ", ""));
    }
}
