package mx.gob.edomex.catgem.shared;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;

/** Tells what passes by itself, the database being away, from what is wrong with the application or the request. */
public final class Outage {

    private Outage() {}

    /** However deep the container has wrapped it. */
    public static boolean isBehind(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (is(cause)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    /** No connection, connection lost (SQLSTATE class 08), server going down or starting (57P), or a pool that is empty. */
    private static boolean is(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            String state = sql.getSQLState();
            return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
        }
        String type = cause.getClass().getName();
        return type.startsWith("jakarta.resource.")
                || type.endsWith(".JDBCConnectionException")
                || cause instanceof ConnectException
                || cause instanceof SocketTimeoutException;
    }
}
