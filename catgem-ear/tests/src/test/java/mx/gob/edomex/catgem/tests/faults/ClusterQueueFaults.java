package mx.gob.edomex.catgem.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The line of two nodes with one broker and one database: whoever dies, hangs or wakes up, nobody is lost, doubled or
 * overtaken, and it goes on. {@code -Dcatgem.faults.kills=N} kills the node that matches N times.
 */
@ExtendWith(Cluster.Shared.class)
class ClusterQueueFaults {

    private static final int KILLS = Integer.getInteger("catgem.faults.kills", 1);
    /** Longer than a lease. */
    private static final int OUTAGE_SECONDS = 12;

    private final Cluster cluster = Cluster.cluster();

    @Test
    void theInterfaceKeepsNoStateOfItsOwn() throws Exception {
        ApiClient[] nodes = {
            ApiClient.of(cluster.node(1).address(), "asesora11"),
            ApiClient.of(cluster.node(2).address(), "asesora11")
        };
        nodes[0].call("PUT", "desk/state", "application/json", "{\"presence\":\"AVAILABLE\"}");
        assertThat(presence(nodes[1])).isEqualTo("AVAILABLE");
        String folio = ApiClient.of(cluster.node(2).address(), "integracion")
                .hand("¿Dónde pago el predial?", "both-1")
                .folio();
        cluster.await(
                "an offer",
                () -> !nodes[0].get("desk").json().getJsonArray("offers").isEmpty());
        String offer = nodes[1].get("desk")
                .json()
                .getJsonArray("offers")
                .getJsonObject(0)
                .getString("id");
        assertThat(nodes[0].post("desk/offers/" + offer + "/accept", "").json().getString("folio"))
                .isEqualTo(folio);
        String contact = "desk/contacts/" + folio;
        for (int i = 0; i < 6; i++) {
            nodes[i % 2].get("desk"); // the sign of life
            String text = "{\"clientId\":\"m-" + i + "\",\"text\":\"Mensaje " + i + "\"}";
            assertThat(nodes[i % 2].post(contact + "/messages", text).status()).isEqualTo(204);
            assertThat(nodes[(i + 1) % 2].get(contact).body()).contains("Mensaje " + i);
        }
        assertThat(nodes[1].post(contact + "/disposition", "{\"disposition\":\"INFORMATION_GIVEN\"}")
                        .status())
                .isEqualTo(204);
        nodes[0].call("PUT", "desk/state", "application/json", "{\"presence\":\"OFFLINE\"}");
        assertThat(presence(nodes[1])).isEqualTo("OFFLINE");
        assertThat(cluster.findings()).isEmpty();
    }

    private static String presence(ApiClient advisor) throws Exception {
        return advisor.get("desk").json().getJsonObject("state").getString("presence");
    }

    @Test
    void matchingGoesOnWhenItsNodeDiesAtWork() throws Exception {
        try (ApiAdvisors atWork = ApiAdvisors.begin(cluster, "asesora14", "asesora15", "asesora16")) {
            atWork.haveBegun();
            for (int kill = 1; kill <= KILLS; kill++) {
                try (Citizens citizens = new Citizens(cluster.program(), "cluster" + kill)) {
                    citizens.handOver(8);
                    citizens.keepComing();
                    awaitWork();
                    Map<String, Instant> ages = cluster.ages();
                    int dead = cluster.awaitMatching();

                    Instant killed = Instant.now();
                    cluster.kill(dead);
                    FaultFigures.measured("cluster.node_killed.matching_goes_on", cluster.offeredAfter(killed), "s");
                    assertThat(cluster.matching()).isEqualTo(Cluster.other(dead));
                    FaultFigures.measured("cluster.node_killed.contacts_taken", citizens.takenAfter(killed), "s", 5);
                    cluster.revive(dead);
                    everybodyIsThereOnce(citizens);
                    assertThat(cluster.ages()).containsAllEntriesOf(ages);
                }
            }
            cluster.awaitEnd();
        }
        assertThat(cluster.findings()).isEmpty();
    }

    /** A node that hangs keeps its connections and wakes up believing that it still matches. */
    @Test
    void aNodeThatWakesAfterItsLeaseIsFenced() throws Exception {
        try (ApiAdvisors atWork = ApiAdvisors.begin(cluster, "asesora17", "asesora18");
                Citizens before = new Citizens(cluster.program(), "awake");
                Citizens meanwhile = new Citizens(cluster.program(), "asleep")) {
            atWork.haveBegun();
            before.handOver(6);
            int asleep = cluster.awaitMatching();
            long epoch = cluster.epoch();
            int told = cluster.log(asleep).size();

            Instant paused = Instant.now();
            cluster.pause(asleep);
            double lease =
                    cluster.await("the other node has the lease", () -> cluster.matching() == Cluster.other(asleep));
            FaultFigures.measured("cluster.node_paused.lease_moved", lease, "s");
            meanwhile.handOver(6);
            FaultFigures.measured("cluster.node_paused.matching_goes_on", cluster.offeredAfter(paused), "s");
            cluster.wake(asleep);
            meanwhile.repeatWhatWasNotAnswered();
            everybodyIsThereOnce(before);
            everybodyIsThereOnce(meanwhile);
            cluster.await("the woken node has seen that its lease is lost", () -> cluster.log(asleep).stream()
                    .skip(told)
                    .anyMatch(line -> line.contains("LeaseLost") || line.contains("the matcher starts over")));
            assertThat(cluster.epoch()).isGreaterThan(epoch);
            cluster.awaitEnd();
        }
        assertThat(cluster.findings()).isEmpty();
    }

    @Test
    void theBrokerIsAwayForAWhileAndNothingIsLost() throws Exception {
        try (ApiAdvisors atWork = ApiAdvisors.begin(cluster, "asesora19", "asesora20");
                Citizens citizens = new Citizens(cluster.program(), "broker")) {
            atWork.haveBegun();
            citizens.handOver(6);
            citizens.keepComing();
            awaitWork();

            cluster.server().broker().kill();
            TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
            cluster.server().broker().start();
            FaultFigures.measured("cluster.broker_back.matching_goes_on", cluster.offeredAfter(Instant.now()), "s");
            everybodyIsThereOnce(citizens);
            cluster.awaitEnd();
        }
        assertThat(cluster.findings()).isEmpty();
    }

    private void awaitWork() throws Exception {
        cluster.await(
                "work is going on",
                () -> cluster.number("select count(*) from contact where state = 'IN_PROGRESS'") >= 2);
    }

    /** What was answered and what was repeated: each one contact, and the sums are right while they are attended. */
    private void everybodyIsThereOnce(Citizens citizens) throws Exception {
        citizens.stop();
        citizens.repeatWhatWasNotAnswered();
        cluster.await(
                "all arrivals are open", () -> cluster.number("select count(*) from arrival where not opened") == 0);
        assertThat(cluster.number("select count(*) from contact c join arrival a on a.contact_id = c.id"
                        + " where a.external_id like '" + citizens.series() + "-%'"))
                .isEqualTo(citizens.sent());
        assertThat(cluster.findings()).isEmpty();
    }
}
