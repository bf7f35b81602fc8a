package mx.gob.edomex.catgem.routing;

import java.sql.SQLException;
import mx.gob.edomex.catgem.shared.TestDatabase;

/** Lets a test begin with nobody at work and nothing open, whatever the tests before it in the class left. */
public final class CleanCentre {

    private CleanCentre() {}

    public static void sweep(TestDatabase database) throws SQLException {
        database.execute("update offer set outcome = 'WITHDRAWN', ended_at = now() where outcome is null");
        database.execute("update warm_transfer set outcome = 'CONTACT_LEFT', ended_at = now() where ended_at is null");
        database.execute("update leg set ended_at = now() where ended_at is null");
        database.execute(
                "update contact set state = 'FAILED', advisor = null, interrupted_since = null, closed_at = now()"
                        + " where closed_at is null");
        database.execute("update advisor set presence = 'OFFLINE', next_presence = null, points = 0, misses = 0");
        database.execute("delete from service_class");
    }
}
