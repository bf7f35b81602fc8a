package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Parts of a working centre are killed or stopped; profile {@code faults}, on a centre of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CentreFaults {
    private static final int WAITING = 12;

    private static CatgemServer centre;
    private static Playwright playwright;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @BeforeAll
    static void start() throws Exception {
        BrowserTest.requireChromium();
        centre = RunningCentre.another("faults");
        centre.start();
        playwright = BrowserTest.newPlaywright();
    }

    @AfterAll
    static void stop() throws IOException {
        if (playwright != null) {
            playwright.close();
        }
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    @Order(1)
    void aKilledServerLosesNothingDoublesNothingAndKeepsEveryAge() throws Exception {
        try (Browser browser = BrowserTest.launch(playwright)) {
            for (int i = 1; i <= WAITING; i++) {
                HttpResponse<String> answer = handOver(i);
                assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
            }
            until("all are in line", () -> ages().size() == WAITING);
            Page busy = atTheDesk(browser, "asesora01");
            busy.waitForSelector(".offer");
            busy.keyboard().press("Control+Enter");
            until("one is in progress", () -> count("state = 'IN_PROGRESS'") == 1);
            atTheDesk(browser, "asesora02").waitForSelector(".offer");
            until("one is offered", () -> count("state = 'OFFERED'") >= 1);
            Map<String, Instant> before = ages();

            centre.killApplication();
            centre.startApplication();

            assertThat(ages()).isEqualTo(before);
            assertThat(count("closed_at is not null")).isZero();
            // Whoever was with an advisor is with that advisor still, or back in line: nobody is nowhere.
            until(
                    "nobody is held by an offer that nobody sees",
                    () -> count("state in ('QUEUED', 'IN_PROGRESS')") == WAITING);
        }
        // The line still moves: the next in line is offered to somebody who comes now.
        try (Browser browser = BrowserTest.launch(playwright)) {
            Page another = atTheDesk(browser, "asesora03");
            another.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
            another.keyboard().press("Control+Enter");
            until("it is accepted", () -> count("advisor = 'asesora03' and state = 'IN_PROGRESS'") == 1);
        }
        assertThat(ages()).hasSize(WAITING);
    }

    @Test
    @Order(2)
    void withoutItsDatabaseTheCentreSaysSoAndGoesOnWhenItIsBack() throws Exception {
        Map<String, Instant> before = ages();
        centre.database().close();
        try {
            Instant asked = Instant.now();
            HttpResponse<String> refused = handOver(100);
            assertThat(refused.statusCode()).as(refused.body()).isBetween(500, 503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(refused.body()).doesNotContain("Exception").doesNotContain("SQL");
            assertThat(get(management("/health/ready")).statusCode()).isEqualTo(503);
        } finally {
            centre.database().start();
        }
        until("the node is ready again", () -> get(management("/health/ready")).statusCode() == 200);
        until("contacts are taken again", () -> handOver(101).statusCode() < 300);
        until("the new one is in line", () -> ages().size() == before.size() + 1);
        assertThat(ages()).containsAllEntriesOf(before);
    }

    private static Page atTheDesk(Browser browser, String account) {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale("es-MX"))
                .newPage();
        page.setDefaultTimeout(60_000);
        BrowserTest.signIn(page, centre.address(), account);
        page.waitForSelector("html[data-socket=open]");
        page.keyboard().press("Alt+KeyD");
        page.waitForSelector(".presence-now[data-presence=AVAILABLE]");
        return page;
    }

    private HttpResponse<String> handOver(int number) throws IOException, InterruptedException {
        String body =
                "{\"channel\":\"EMAIL\",\"subject\":\"Acta %d\",\"text\":\"¿Qué necesito?\",\"externalId\":\"fault-%d\","
                                .formatted(number, number)
                        + "\"citizen\":{\"email\":\"ciudadana%d@example.org\"}}".formatted(number);
        String account = Base64.getEncoder().encodeToString("supervisora:catgem-demo".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(centre.address().resolve("api/v1/contacts"))
                        .timeout(Duration.ofSeconds(40))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + account)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI management(String path) {
        return URI.create("http://localhost:" + centre.settings().ports().management() + path);
    }

    /** Folio and the moment from which its age counts. */
    private static Map<String, Instant> ages() throws SQLException {
        Map<String, Instant> ages = new TreeMap<>();
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT folio, first_queued_at FROM contact WHERE first_queued_at IS NOT NULL")) {
            while (rows.next()) {
                ages.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
        }
        return ages;
    }

    private static int count(String condition) throws SQLException {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM contact WHERE " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void until(String expected, Callable<Boolean> condition) throws Exception {
        Instant limit = Instant.now().plusSeconds(120);
        while (!condition.call()) {
            assertThat(Instant.now()).as(expected).isBefore(limit);
            Thread.sleep(250);
        }
    }
}
