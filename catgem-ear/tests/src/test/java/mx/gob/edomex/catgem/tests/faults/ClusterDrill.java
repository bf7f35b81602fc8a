package mx.gob.edomex.catgem.tests.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.tests.Chromium;
import mx.gob.edomex.catgem.tests.Seat;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A drill, not in the profile yet: two nodes behind a proxy, one broker, one database, and what becomes of the work when one of them dies, hangs or comes
 * back. {@code -Dcatgem.faults.kills=N} kills the node that matches N times more.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterDrill {

    private static final int KILLS = Integer.getInteger("catgem.faults.kills", 1);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);
    private static final LocatorAssertions.HasCountOptions COUNTED =
            new LocatorAssertions.HasCountOptions().setTimeout(40_000);

    private static Cluster cluster;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Chromium.require();
        Proxy.require();
        cluster = Cluster.start();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void theInterfaceKeepsNoStateOfItsOwn() throws Exception {
        ApiClient[] nodes = {
            ApiClient.of(cluster.node(1).address(), "asesora11"),
            ApiClient.of(cluster.node(2).address(), "asesora11")
        };
        nodes[0].call("PUT", "desk/state", "application/json", "{\"presence\":\"AVAILABLE\"}");
        assertThat(nodes[1].get("desk").json().getJsonObject("state").getString("presence"))
                .isEqualTo("AVAILABLE");
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
        String contact = "desk/contacts/" + folio + "/";
        assertThat(nodes[0].post("desk/offers/" + offer + "/accept", "").json().getString("folio"))
                .isEqualTo(folio);
        for (int i = 0; i < 6; i++) {
            nodes[i % 2].get("desk"); // the sign of life
            String text = "{\"clientId\":\"m-" + i + "\",\"text\":\"Mensaje " + i + "\"}";
            assertThat(nodes[i % 2].post(contact + "messages", text).status()).isEqualTo(204);
            assertThat(nodes[(i + 1) % 2].get("desk/contacts/" + folio).body()).contains("Mensaje " + i);
        }
        assertThat(nodes[1].post(contact + "disposition", "{\"disposition\":\"INFORMATION_GIVEN\"}")
                        .status())
                .isEqualTo(204);
        nodes[0].call("PUT", "desk/state", "application/json", "{\"presence\":\"OFFLINE\"}");
        assertThat(nodes[1].get("desk").json().getJsonObject("state").getString("presence"))
                .isEqualTo("OFFLINE");
    }

    @Test
    @Order(2)
    void anAdvisorOnOneNodeAnswersACitizenOnTheOther() throws Exception {
        try (BrowserContext street = personOn(1);
                BrowserContext office = personOn(2)) {
            Page desk = takenDesk(office, "asesora12");
            Page citizen = begunChat(street);
            write(citizen, "¿Qué necesito para mi acta?");
            acceptedBy(desk);
            assertThat(nodeOf(street)).isEqualTo(1);
            assertThat(nodeOf(office)).isEqualTo(2);

            long[] millis = new long[10];
            for (int i = 0; i < millis.length; i++) {
                long begin = System.nanoTime();
                citizen.fill("#write", "Pregunta " + i);
                citizen.click("#send");
                assertThat(desk.locator("#talk")).containsText("Pregunta " + i, SOON);
                millis[i] = (System.nanoTime() - begin) / 1_000_000;
            }
            desk.locator("#reply").fill("Su CURP y una identificación.");
            desk.keyboard().press("Enter");
            assertThat(citizen.locator("#log")).containsText("Su CURP y una identificación.", SOON);
            Arrays.sort(millis);
            System.out.println("cluster: a citizen's message is on the other node's desk after " + millis[5]
                    + " ms (median of 10), at most " + millis[9] + " ms");
            closed(desk);
        }
        assertThat(cluster.findings()).isEmpty();
    }

    /** The signal is lost here: the account is changed beside the application. */
    @Test
    @Order(3)
    void aDisabledAccountIsOutOnBothNodes() throws Exception {
        String[] sessions = {sessionOn(1, "asesora21"), sessionOn(2, "asesora21")};
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            assertThat(beat(1, sessions[0])).isEqualTo(200);
            assertThat(beat(2, sessions[1])).isEqualTo(200);
            statement.executeUpdate("update app_user set enabled = false, credential_epoch = credential_epoch + 1"
                    + " where username = 'asesora21'");
            double seconds =
                    cluster.await("nobody is let in", () -> beat(1, sessions[0]) == 401 && beat(2, sessions[1]) == 401);
            System.out.println(
                    "cluster: sessions of a disabled account were over on both nodes after " + seconds + " s");
            assertThat(seconds).isLessThan(5);
        }
    }

    private static String sessionOn(int node, String account) {
        try (BrowserContext office = browser.newContext()) {
            Seat.signIn(office.newPage(), cluster.node(node).address(), account);
            return office.cookies().stream()
                    .filter(cookie -> cookie.name.equals("JSESSIONID"))
                    .findFirst()
                    .orElseThrow()
                    .value;
        }
    }

    /** The status of a desk's sign of life. */
    private static int beat(int node, String session) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        cluster.node(node).address().resolve("desk/heartbeat"))
                .header("Cookie", "JSESSIONID=" + session)
                .header("X-Requested-With", "desk")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The chat goes on by itself; the desk asks for the password and is back in its place. */
    @Test
    @Order(4)
    void aDeadNodesDeskAndChatGoOnOnTheOther() throws Exception {
        int dead = cluster.matching();
        int other = 3 - dead;
        try (BrowserContext street = personOn(dead);
                BrowserContext office = personOn(dead)) {
            Page desk = takenDesk(office, "asesora13");
            Page citizen = begunChat(street);
            write(citizen, "¿Dónde renuevo mi licencia?");
            acceptedBy(desk);
            cluster.program("integracion").hand("¿Y la tenencia?", "dead-2");
            desk.locator("#offer[data-live], #offer .offer").first().waitFor();
            desk.keyboard().press("Control+Enter");
            assertThat(desk.locator("#contacts .contact")).hasCount(2, COUNTED);
            assertThat(desk.locator("#talk")).containsText("¿Y la tenencia?", SOON);
            desk.locator("#reply").fill("La tenencia se paga en lín");
            write(citizen, "¿Sigue ahí?");
            assertThat(desk.locator("[data-unread]")).hasCount(1, COUNTED);
            picture(desk, "before");

            Instant killed = Instant.now();
            cluster.node(dead).kill();
            cluster.program("integracion").hand("¿Quién atiende ahora?", "dead-3");
            citizen.fill("#write", "Escrito sin saberlo");
            citizen.click("#send");
            assertThat(desk.locator("#session-ended[open]")).hasCount(1, COUNTED);
            double asked = seconds(killed);
            picture(desk, "asked");
            desk.locator("#session-ended a").click();
            Seat.enter(desk, "asesora13");
            assertThat(desk.locator("html[data-socket=open]")).hasCount(1, COUNTED);
            double desks = seconds(killed);
            assertThat(desk.locator("#reply")).hasValue("La tenencia se paga en lín");
            assertThat(desk.locator("#contacts .contact .unread").first()).containsText("2", SOON);
            assertThat(citizen.locator("#log .own").last()).containsText("Enviado", SOON);
            double chats = seconds(killed);
            cluster.await("matching goes on", () -> offersSince(killed) > 0);
            System.out.println("cluster: node killed; its desk asked for the password after " + asked
                    + " s and was back after " + desks + " s, its chat at most after " + chats + " s, matching after "
                    + matchedAfter(killed) + " s");
            assertThat(nodeOf(street)).isEqualTo(other);
            assertThat(nodeOf(office)).isEqualTo(other);
            assertThat(cluster.matching()).isEqualTo(other);
            picture(desk, "after");

            desk.locator("#reply").fill("La tenencia se paga en línea.");
            desk.keyboard().press("Enter");
            assertThat(desk.locator("#talk")).containsText("La tenencia se paga en línea.", SOON);
            assertThat(cluster.findings()).isEmpty();
        } finally {
            cluster.revive(dead);
        }
    }

    @Test
    @Order(5)
    void matchingGoesOnWhenItsNodeDiesAtWork() throws Exception {
        try (ApiAdvisors atWork = ApiAdvisors.begin(cluster, "asesora14", "asesora15", "asesora16")) {
            atWork.haveBegun();
            for (int kill = 1; kill <= KILLS; kill++) {
                try (Citizens citizens = new Citizens(cluster.program("integracion"), "cluster" + kill)) {
                    citizens.handOver(8);
                    citizens.keepComing();
                    int before = cluster.number("select count(*) from offer");
                    cluster.await("work is going on", () -> cluster.number("select count(*) from offer") > before + 2);
                    Map<String, Instant> ages = ages();
                    int dead = cluster.matching();
                    Instant killed = Instant.now();
                    cluster.node(dead).kill();
                    cluster.await("matching goes on", () -> offersSince(killed) > 0);
                    System.out.println(
                            "cluster: kill " + kill + ", matching went on after " + matchedAfter(killed) + " s");
                    cluster.node(dead).start();
                    citizens.stop();
                    citizens.repeatWhatWasNotAnswered();
                    everythingIsOpen();
                    assertThat(ages()).containsAllEntriesOf(ages);
                    assertThat(cluster.number(arrivals("cluster" + kill))).isEqualTo(citizens.sent());
                }
            }
            everythingIsClosed();
        }
    }

    /** A node that hangs keeps its connections and wakes up believing that it still matches. */
    @Test
    @Order(6)
    void aNodeThatWakesAfterItsLeaseIsFenced() throws Exception {
        try (ApiAdvisors atWork = ApiAdvisors.begin(cluster, "asesora17", "asesora18")) {
            atWork.haveBegun();
            ApiClient program = cluster.program("integracion");
            for (int i = 0; i < 6; i++) {
                program.hand("Antes de la pausa " + i, "pause-" + i);
            }
            int asleep = cluster.matching();
            long epoch = cluster.epoch();
            int told = cluster.logOf(asleep).size();
            Instant paused = Instant.now();
            Cluster.signal("STOP", cluster.node(asleep).pid());
            cluster.await("the other node matches", () -> cluster.matching() == 3 - asleep);
            System.out.println("cluster: node paused, the other has the lease after " + seconds(paused) + " s");
            ApiClient awake = ApiClient.of(cluster.node(3 - asleep).address(), "integracion");
            for (int i = 0; i < 6; i++) {
                awake.hand("Durante la pausa " + i, "paused-" + i);
            }
            cluster.await("matching goes on", () -> offersSince(paused) > 0);
            System.out.println("cluster: node paused, matching went on after " + matchedAfter(paused) + " s");
            Cluster.signal("CONT", cluster.node(asleep).pid());
            everythingIsClosed();
            assertThat(cluster.epoch()).isGreaterThan(epoch);
            cluster.await("the woken node has seen that its lease is lost", () -> cluster.logOf(asleep).stream()
                    .skip(told)
                    .anyMatch(line -> line.contains("LeaseLost") || line.contains("the matcher starts over")));
        }
    }

    @Test
    @Order(7)
    void theBrokerDiesAndComesBackAndNothingIsLost() throws Exception {
        try (ApiAdvisors atWork = ApiAdvisors.begin(cluster, "asesora19", "asesora20");
                Citizens citizens = new Citizens(cluster.program("integracion"), "broker")) {
            atWork.haveBegun();
            citizens.handOver(6);
            citizens.keepComing();
            cluster.await("work is going on", () -> offersSince(Instant.now().minusSeconds(5)) > 0);
            cluster.server().broker().kill();
            TimeUnit.SECONDS.sleep(6);
            cluster.server().broker().start();
            Instant back = Instant.now();
            cluster.await("matching goes on", () -> offersSince(back) > 0);
            System.out.println(
                    "cluster: broker killed for 6 s, matching went on " + matchedAfter(back) + " s after it was back");
            citizens.stop();
            citizens.repeatWhatWasNotAnswered();
            everythingIsOpen();
            assertThat(cluster.number(arrivals("broker"))).isEqualTo(citizens.sent());
            everythingIsClosed();
        }
    }

    private static BrowserContext personOn(int node) {
        BrowserContext person = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("es-MX"));
        person.addCookies(List.of(new Cookie("CATGEM_NODE", "catgem-" + node)
                .setUrl(cluster.address().toString())));
        return person;
    }

    private static int nodeOf(BrowserContext person) {
        String value = person.cookies(cluster.address().toString()).stream()
                .filter(cookie -> cookie.name.equals("CATGEM_NODE"))
                .findFirst()
                .orElseThrow()
                .value;
        return Integer.parseInt(value.substring("catgem-".length()));
    }

    private static Page takenDesk(BrowserContext office, String account) {
        Page desk = office.newPage();
        Seat.signIn(desk, cluster.address(), account);
        desk.navigate(cluster.address().resolve("desk.xhtml").toString());
        Seat.becomeAvailable(desk);
        return desk;
    }

    private static Page begunChat(BrowserContext street) {
        Page citizen = street.newPage();
        citizen.navigate(cluster.address().resolve("chat/?lang=es").toString());
        citizen.click("#accept");
        assertThat(citizen.locator("#send"))
                .hasAttribute("aria-disabled", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
        return citizen;
    }

    private static void write(Page citizen, String text) {
        citizen.fill("#write", text);
        citizen.click("#send");
        assertThat(citizen.locator("#log .own").last()).containsText("Enviado", SOON);
    }

    private static void acceptedBy(Page desk) {
        desk.locator("#offer [data-act=accept]").first().waitFor();
        desk.keyboard().press("Control+Enter");
        assertThat(desk.locator("#head [data-contact]")).hasCount(1, COUNTED);
    }

    private static void closed(Page desk) {
        desk.keyboard().press("F4");
        desk.waitForSelector("#close-sheet[open]");
        desk.locator("#disposition").selectOption("INFORMATION_GIVEN");
        desk.locator("#close-now").click();
        assertThat(desk.locator("#head [data-contact]")).hasCount(0, COUNTED);
        desk.locator(".pause summary").click();
        desk.locator("[data-presence=OFFLINE].choice").click();
        desk.waitForSelector(".presence-now[data-presence=OFFLINE]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "cluster-" + name + ".png")));
    }

    private static void everythingIsOpen() throws Exception {
        cluster.await(
                "all arrivals are open", () -> cluster.number("select count(*) from arrival where not opened") == 0);
        assertThat(cluster.findings()).isEmpty();
    }

    private static void everythingIsClosed() throws Exception {
        cluster.await(
                "everything is closed",
                () -> cluster.number("select count(*) from contact where closed_at is null") == 0
                        && cluster.number("select count(*) from arrival where not opened") == 0);
        assertThat(cluster.findings()).isEmpty();
    }

    private static Map<String, Instant> ages() throws SQLException {
        try (Connection connection = cluster.connect()) {
            return AccountingOracle.ages(connection);
        }
    }

    private static String arrivals(String series) {
        return "select count(*) from contact c join arrival a on a.contact_id = c.id where a.external_id like '"
                + series + "-%'";
    }

    private static int offersSince(Instant instant) throws SQLException {
        return cluster.number("select count(*) from offer where made_at > timestamptz '" + instant + "'");
    }

    /** Seconds from then to the first offer. */
    private static String matchedAfter(Instant instant) throws SQLException {
        return cluster.text("select round(extract(epoch from min(made_at) - timestamptz '" + instant
                + "')::numeric, 1) from offer where made_at > timestamptz '" + instant + "'");
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
