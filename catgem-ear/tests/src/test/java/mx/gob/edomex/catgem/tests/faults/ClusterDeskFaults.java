package mx.gob.edomex.catgem.tests.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static mx.gob.edomex.catgem.tests.faults.ClusterPeople.COUNTED;
import static mx.gob.edomex.catgem.tests.faults.ClusterPeople.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import mx.gob.edomex.catgem.tests.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes behind a proxy, as people at desks and in chats see them, also when one of the two dies or hangs. */
@ExtendWith(Cluster.Shared.class)
class ClusterDeskFaults {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ClusterPeople people;

    private final Cluster cluster = Cluster.cluster();

    @BeforeAll
    static void openBrowser() {
        Chromium.require();
        people = new ClusterPeople(Cluster.cluster());
    }

    @AfterAll
    static void closeBrowser() {
        if (people != null) {
            people.close();
        }
    }

    @Test
    void anAdvisorOnOneNodeAnswersACitizenOnTheOther() throws Exception {
        try (BrowserContext street = people.personOn(1);
                BrowserContext office = people.personOn(2)) {
            Page desk = people.desk(office, "asesora12");
            Page citizen = people.chat(street);
            ClusterPeople.write(citizen, "¿Qué necesito para mi acta?");
            ClusterPeople.accept(desk, 1);
            assertThat(people.nodeOf(street)).isEqualTo(1);
            assertThat(people.nodeOf(office)).isEqualTo(2);

            double[] millis = new double[10];
            for (int i = 0; i < millis.length; i++) {
                long begin = System.nanoTime();
                citizen.fill("#write", "Pregunta " + i);
                citizen.click("#send");
                assertThat(desk.locator("#talk")).containsText("Pregunta " + i, SOON);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
            desk.locator("#reply").fill("Su CURP y una identificación.");
            desk.keyboard().press("Enter");
            assertThat(citizen.locator("#log")).containsText("Su CURP y una identificación.", SOON);
            Arrays.sort(millis);
            FaultFigures.measured("cluster.message_to_other_node.median", millis[5], "ms");
            FaultFigures.measured("cluster.message_to_other_node.max", millis[9], "ms");
            ClusterPeople.leave(desk);
        }
        assertThat(cluster.findings()).isEmpty();
    }

    /** The signal is lost here: the account is changed beside the application. */
    @Test
    void aDisabledAccountIsOutOnBothNodesWithinFiveSeconds() throws Exception {
        String[] sessions = {people.sessionOn(1, "asesora21"), people.sessionOn(2, "asesora21")};
        assertThat(beat(1, sessions[0])).isEqualTo(200);
        assertThat(beat(2, sessions[1])).isEqualTo(200);
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update app_user set enabled = false, credential_epoch = credential_epoch + 1"
                    + " where username = 'asesora21'");
        }
        double seconds =
                cluster.await("nobody is let in", () -> beat(1, sessions[0]) == 401 && beat(2, sessions[1]) == 401);
        FaultFigures.measured("cluster.disabled_account_out", seconds, "s", 5);
        assertThat(seconds).isLessThan(5);
    }

    /** The status of a desk's sign of life. */
    private int beat(int node, String session) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        cluster.node(node).address().resolve("desk/heartbeat"))
                .header("Cookie", "JSESSIONID=" + session)
                .header("X-Requested-With", "desk")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Nobody presses a key or types a password: contacts, draft and unread marks are there again. */
    @Test
    void aDeadNodesDeskAndChatGoOnOnTheOtherByThemselves() throws Exception {
        int dead = cluster.awaitMatching();
        int other = Cluster.other(dead);
        try (BrowserContext street = people.personOn(dead);
                BrowserContext office = people.personOn(dead)) {
            Page desk = people.desk(office, "asesora13");
            Page citizen = people.chat(street);
            ClusterPeople.write(citizen, "¿Dónde renuevo mi licencia?");
            ClusterPeople.accept(desk, 1);
            cluster.program().hand("¿Y la tenencia?", "dead-2");
            ClusterPeople.accept(desk, 2);
            assertThat(desk.locator("#talk")).containsText("¿Y la tenencia?", SOON);
            desk.locator("#reply").fill("La tenencia se paga en lín");
            ClusterPeople.write(citizen, "¿Sigue ahí?");
            assertThat(desk.locator("[data-unread]")).hasCount(1, COUNTED);

            long killed = System.nanoTime();
            cluster.kill(dead);
            citizen.fill("#write", "Escrito sin saberlo");
            citizen.click("#send");
            goesOn(desk, office, other);
            FaultFigures.measured("cluster.node_killed.desk_back", seconds(killed), "s");
            assertThat(desk.locator("#reply")).hasValue("La tenencia se paga en lín");
            assertThat(desk.locator("#contacts .contact")).hasCount(2, COUNTED);
            assertThat(citizen.locator("#log .own").last()).containsText("Enviado", SOON);
            FaultFigures.measured("cluster.node_killed.chat_back_at_most", seconds(killed), "s");
            assertThat(desk.locator("#contacts .contact .unread").first()).containsText("2", SOON);
            assertThat(people.nodeOf(street)).isEqualTo(other);
            ClusterPeople.picture(desk, "after");

            desk.locator("#reply").fill("La tenencia se paga en línea.");
            desk.keyboard().press("Enter");
            assertThat(desk.locator("#talk")).containsText("La tenencia se paga en línea.", SOON);
            ClusterPeople.leave(desk);
        }
        assertThat(cluster.findings()).isEmpty();
    }

    /** Its sockets stay open, and it answers nothing. */
    @Test
    void aHangingNodesDeskGoesOnOnTheOtherByItself() throws Exception {
        try (BrowserContext office = people.personOn(2)) {
            Page desk = people.desk(office, "asesora22");
            cluster.program().hand("¿Dónde pago el agua?", "hangs-1");
            ClusterPeople.accept(desk, 1);
            desk.locator("#reply").fill("El agua se paga en su municip");

            long paused = System.nanoTime();
            cluster.pause(2);
            goesOn(desk, office, 1);
            FaultFigures.measured("cluster.node_paused.desk_back", seconds(paused), "s");
            assertThat(desk.locator("#reply")).hasValue("El agua se paga en su municip");
            cluster.wake(2);
            ClusterPeople.leave(desk);
        }
        assertThat(cluster.findings()).isEmpty();
    }

    private void goesOn(Page desk, BrowserContext office, int node) throws Exception {
        cluster.await("the desk is the other node's", () -> people.nodeOf(office) == node && isOpen(desk));
        assertThat(desk.locator("#session-ended[open], #j_password")).hasCount(0);
    }

    private static boolean isOpen(Page desk) {
        try {
            return desk.locator("html[data-socket=open] #reply:visible").count() == 1;
        } catch (PlaywrightException e) {
            return false; // the page is just being read again
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
