package mx.gob.edomex.catgem.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of the application with contacts waiting, offered and in progress. {@code -Dcatgem.faults.kills=N} kills N
 * times; once is the short set.
 */
@ExtendWith(FaultyCentre.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillFaults {

    private static final int KILLS = Integer.getInteger("catgem.faults.kills", 1);
    private static final String[] ADVISORS = {"asesora01", "asesora02", "asesora03"};
    private static FaultyCentre centre;
    private static Desks desks;

    @BeforeAll
    static void start() throws Exception {
        centre = FaultyCentre.centre();
        desks = Desks.open(centre, ADVISORS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (desks != null) {
            desks.leave();
        }
    }

    @Test
    @Order(1)
    void nothingIsLostNothingIsDoubledAndAgesAreKept() throws Exception {
        Random when = new Random(20170531);
        for (int kill = 1; kill <= KILLS; kill++) {
            try (Citizens citizens = new Citizens(centre.program(), "kill" + kill)) {
                citizens.handOver(16);
                citizens.keepComing();
                centre.await("work is going on", this::someAreWaitingOfferedAndInProgress);
                Map<String, Instant> ages = centre.ages();
                TimeUnit.MILLISECONDS.sleep(when.nextInt(300));

                Instant killed = Instant.now();
                centre.kill();
                centre.restart();

                citizens.stop();
                citizens.repeatWhatWasNotAnswered();
                centre.await(
                        "all arrivals are open",
                        () -> centre.number("select count(*) from arrival where not opened") == 0);
                assertThat(centre.findings()).isEmpty();
                assertThat(centre.ages()).containsAllEntriesOf(ages);
                assertThat(centre.number("select count(*) from contact c join arrival a on a.contact_id = c.id "
                                + "where a.external_id like 'kill" + kill + "-%'"))
                        .isEqualTo(citizens.sent());
                System.out.println("kill " + kill + ": back at work after "
                        + Duration.between(killed, Instant.now()).toSeconds() + " s, contacts " + citizens.sent());
            }
        }
    }

    /** A token lost with the server would leave its contact waiting for ever; so the proof is to attend them all. */
    @Test
    @Order(2)
    void everyContactStillReachesAnAdvisorAndEndsOnce() throws Exception {
        desks.workUntilNothingIsOpen();

        assertThat(centre.findings()).isEmpty();
        assertThat(centre.number("select count(*) from contact where state <> 'CLOSED'"))
                .isZero();
        assertThat(centre.number("select count(*) from (select contact_id from event where kind = 'STATE' and "
                        + "state_to = 'CLOSED' group by contact_id having count(*) > 1) twice"))
                .isZero();
        assertThat(centre.number("select count(*) from event where kind = 'STATE' and state_to = 'CLOSED'"))
                .isEqualTo(centre.number("select count(*) from arrival"));
    }

    /** The oracle finds what is planted, so that its silence above means something. */
    @Test
    @Order(3)
    void theOracleIsNotBlind() throws Exception {
        List<String> plants = List.of(
                "delete from leg; delete from offer; delete from offer_exclusion; update arrival set opened = false"
                        + " where contact_id = (select min(id::text)::uuid from contact)",
                "update contact set state = 'QUEUED', closed_at = null, advisor = 'asesora01'",
                "update contact set state = 'OFFERED', closed_at = null",
                "update contact set state = 'IN_PROGRESS', closed_at = null",
                "update contact set closed_at = null",
                "update advisor set points = 25 where username = 'asesora01'",
                "update execution set steps = steps + 1",
                "delete from message where seq = 1",
                "update contact set state = 'FAILED'",
                "insert into offer (id, contact_id, number, epoch, advisor, points, made_at, expires_at, ended_at,"
                        + " outcome) select gen_random_uuid(), id, 99, 1, 'asesora01', 0, now(), now(), now(), 'MISSED'"
                        + " from contact");
        for (String plant : plants) {
            try (Connection connection = centre.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("delete from attachment; " + plant);
                assertThat(AccountingOracle.findings(connection)).as(plant).isNotEmpty();
                connection.rollback();
            }
        }
        assertThat(centre.findings()).isEmpty();
    }

    private boolean someAreWaitingOfferedAndInProgress() throws SQLException, InterruptedException {
        if (centre.number("select count(*) from contact where state = 'IN_PROGRESS'") < 4) {
            desks.accept(1);
        }
        return centre.number("select count(*) from contact where state = 'IN_PROGRESS'") >= 4
                && centre.number("select count(*) from contact where state = 'OFFERED'") >= 1
                && centre.number("select count(*) from contact where state = 'QUEUED'") >= 5;
    }
}
