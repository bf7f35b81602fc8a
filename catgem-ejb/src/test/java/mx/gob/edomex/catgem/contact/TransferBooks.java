package mx.gob.edomex.catgem.contact;

import java.sql.SQLException;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The sums that must be right after every transfer, whatever became of it. */
final class TransferBooks {

    private TransferBooks() {}

    /** Nobody is there and nothing is under way, whatever an earlier test left. */
    static void clear(TestPersistence persistence) throws SQLException {
        for (String text : new String[] {
            "update warm_transfer set ended_at = now(), outcome = 'CONTACT_LEFT' where ended_at is null",
            "update offer set ended_at = now(), outcome = 'WITHDRAWN' where outcome is null",
            "update leg set ended_at = now(), end_reason = 'TEST' where ended_at is null",
            "update contact set state = 'FAILED', closed_at = now(), advisor = null where closed_at is null",
            "update advisor set presence = 'OFFLINE', next_presence = null, points = 0, misses = 0"
        }) {
            persistence.database().execute(text);
        }
    }

    /** An advisor whose points are not those of what rings, is in hand or was joined; null when there is none. */
    static String wrong(CentreFixture centre) {
        return centre.text(
                "select string_agg(a.username || ' has ' || a.points || ', holds ' || h.held, '; ') from advisor a cross join"
                        + " lateral (select coalesce((select sum(points) from offer o where o.advisor = a.username"
                        + " and o.outcome is null), 0) + coalesce((select sum(points) from leg l where"
                        + " l.advisor = a.username and l.ended_at is null and l.quiet_since is null), 0)"
                        + " + coalesce((select sum(points) from warm_transfer w where w.to_advisor = a.username"
                        + " and w.ended_at is null), 0) as held) h"
                        + " where a.points <> h.held or a.points > 100");
    }
}
