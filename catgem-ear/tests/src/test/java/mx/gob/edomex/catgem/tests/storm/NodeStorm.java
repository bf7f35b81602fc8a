package mx.gob.edomex.catgem.tests.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import mx.gob.edomex.catgem.tests.faults.AccountingOracle;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kills and pauses of real processes, at random and at every fault point, under a centre at work. {@code
 * -Dcatgem.faults.blows=N} strikes N times, {@code -Dcatgem.faults.seed=N} repeats a storm.
 */
@ExtendWith({StormCentre.Shared.class, Verdict.Watcher.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeStorm {

    private static final int BLOWS = Integer.getInteger("catgem.faults.blows", StormPlan.LEAST);

    private final StormCentre centre = StormCentre.centre();

    @Test
    @Order(1)
    void whatWasPromisedIsKeptThroughEveryBlow() throws Exception {
        System.out.println("a storm of " + BLOWS + " blows, -Dcatgem.faults.seed=" + StormPlan.SEED);
        try (Storm storm = new Storm(centre, StormPlan.SEED)) {
            for (Blow blow : StormPlan.of(StormPlan.SEED, BLOWS)) {
                storm.strike(blow);
            }
            storm.calm();
        }
    }

    /** The oracle finds what is planted, so that its silence above means something. */
    @Test
    @Order(2)
    void theOracleIsNotBlind() throws Exception {
        List<String> plants = List.of(
                "update arrival set opened = false where contact_id = (select min(id::text)::uuid from contact)",
                "update contact set state = 'QUEUED', closed_at = null, advisor = 'asesora01'",
                "update contact set state = 'OFFERED', closed_at = null",
                "update contact set state = 'IN_PROGRESS', closed_at = null",
                "update contact set closed_at = null",
                "update advisor set points = 25 where username = 'asesora01'",
                "update execution set steps = steps + 1",
                "delete from message where seq = 1",
                "update contact set state = 'FAILED'",
                "update contact set first_queued_at = first_queued_at + interval '1 second'",
                "insert into event (kind, code, contact_id, state_from, state_to, source, at, app_clock)"
                        + " select 'STATE', code, contact_id, state_to, state_to, source, at, app_clock from event"
                        + " where state_to = 'CLOSED' or state_to like 'ABANDONED%'",
                "insert into offer (id, contact_id, number, epoch, advisor, points, made_at, expires_at, ended_at,"
                        + " outcome) select gen_random_uuid(), id, 99, 1, 'asesora01', 0, now(), now(), now(), 'MISSED'"
                        + " from contact");
        for (String plant : plants) {
            try (Connection connection = centre.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("delete from attachment; delete from outbound_mail; " + plant);
                assertThat(AccountingOracle.findings(connection)).as(plant).isNotEmpty();
                connection.rollback();
            }
        }
        assertThat(centre.findings()).isEmpty();
    }
}
