package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mx.gob.edomex.catgem.report.SimulatedTraffic;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A simulated day in the running centre: page, export, API and recount tell one story, and every figure explains itself. */
class FiguresIT extends BrowserTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int CONTACTS = 600;
    private static boolean written;

    @BeforeEach
    void aDayHasGoneBy() throws SQLException, IOException, InterruptedException {
        if (!written) {
            try (Connection connection = RunningCentre.centre().database().connect()) {
                new SimulatedTraffic(7).write(connection, new LocalDay(DAY, ZONE).start(), 1, CONTACTS);
            }
            written = true;
        }
        for (int tries = 0;
                api("NONE")
                                        .getJsonArray("lines")
                                        .getJsonObject(0)
                                        .getJsonObject("figures")
                                        .getJsonObject("OFFERED")
                                        .getInt("n")
                                < CONTACTS
                        && tries < 180;
                tries++) {
            Thread.sleep(500);
        }
    }

    @Test
    void pageExportAndInterfaceShowTheSameFiguresAndARecountFindsNoDifference() throws Exception {
        signIn(page, "supervisora");
        for (String by : List.of("CHANNEL", "HOUR", "SHIFT")) {
            page.navigate(address("figures.xhtml?period=days&from=" + DAY + "&to=" + DAY + "&by=" + by));
            JsonObject document = api(by);
            Map<String, CSVRecord> exported = export(by);
            int compared = 0;
            for (JsonObject line : document.getJsonArray("lines").getValuesAs(JsonObject.class)) {
                String key = line.getString("key");
                Locator row = page.locator("#figures tbody tr[data-key='" + key + "']");
                for (Locator cell : row.locator(".cell").all()) {
                    String measure = cell.getAttribute("data-measure");
                    JsonObject figure = line.getJsonObject("figures").getJsonObject(measure);
                    String shown = figure.containsKey("shown")
                            ? figure.getJsonNumber("shown").bigDecimalValue().toPlainString()
                            : "";
                    assertThat(Objects.requireNonNullElse(cell.getAttribute("data-shown"), ""))
                            .as(key + " " + measure)
                            .isEqualTo(shown);
                    assertThat(cell.getAttribute("data-n")).isEqualTo(Integer.toString(figure.getInt("n")));
                    String file = exported.get(key).get(column(document, measure));
                    if (figure.getBoolean("enough")) {
                        assertThat(file.isEmpty() ? "" : new BigDecimal(file).toPlainString())
                                .as(key + " " + measure + " in the file")
                                .isEqualTo(shown);
                    }
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(25);
        }

        page.navigate(address("recounts.xhtml"));
        page.fill("#first", DAY.toString());
        page.fill("#last", DAY.toString());
        page.click("#recount");
        assertThat(page.locator("#recount-state")).containsText("Sin diferencias");
        assertThat(page.locator("tr[data-day='" + DAY + "']")).hasAttribute("data-differences", "0");
        assertAccessible(page);
        shot("recounts");
    }

    @Test
    void everyFigureExplainsItselfAndLeadsToItsContacts() {
        signIn(page, "auditora");
        page.navigate(address("figures.xhtml?period=days&from=" + DAY + "&to=" + DAY + "&by=CHANNEL"));
        assertAccessible(page);
        shot("figures");
        Locator cell = page.locator("#figures tbody tr[data-key=CHAT] .cell[data-measure=SERVICE_LEVEL]");
        int n = Integer.parseInt(cell.getAttribute("data-n"));
        cell.click();
        Locator pop = page.locator(".pop:popover-open");
        assertThat(pop).containsText("Atendidas dentro de su meta de espera");
        assertThat(pop).containsText("02/03/2026 00:00:00");
        assertAccessible(page);
        shot("figure-pop");
        pop.locator("a.button").click();

        assertThat(page.locator("h1")).hasText("Nivel de servicio");
        assertThat(page.locator("#total")).hasText(Integer.toString(n));
        assertAccessible(page);
        shot("figure");
        submit(page, ".parts a >> nth=2");
        int missed = Integer.parseInt(page.locator("#total").textContent().strip());
        assertThat(missed).isBetween(1, n);
        assertThat(page.locator(".behind .tag.ok")).hasCount(0);
        submit(page, ".parts a >> nth=1");
        assertThat(Integer.parseInt(page.locator("#total").textContent().strip()))
                .isEqualTo(n - missed);
        page.locator(".behind a.folio").first().click();
        assertThat(page.locator("main")).containsText("AVC v");
    }

    @Test
    void theDirectionSeesFiguresButNeitherPeopleNorFolios() throws Exception {
        signIn(page, "direccion");
        page.navigate(address("figures.xhtml?period=days&from=" + DAY + "&to=" + DAY + "&by=ADVISOR"));
        assertThat(page.locator("#figures tbody tr[data-key=CHAT]")).hasCount(1);
        assertThat(page.locator("a[href*='figure.xhtml']")).hasCount(0);
        page.navigate(address("figure.xhtml?measure=ABANDONED&from=2026-03-02T06:00:00Z&to=2026-03-03T06:00:00Z"));
        assertThat(page.locator("#figure")).not().isEmpty();
        assertThat(page.locator("a.folio")).hasCount(0);
        page.navigate(address("dashboard.xhtml"));
        assertThat(page.locator(".indicator")).hasCount(3);
        assertThat(page.locator("a.folio, [data-sheet], .advisors")).hasCount(0);
        assertAccessible(page);
        shot("dashboard-direction");
        assertThat(get("figures/export?by=ADVISOR&format=CSV", "direccion").statusCode())
                .isEqualTo(403);
        assertThat(get("figures/export?shift=CURRENT", "direccion").body()).startsWith("%PDF");
    }

    @Test
    void whatIsAskedWronglyIsAnsweredInWords() throws Exception {
        var answer = ApiClient.of(RunningCentre.address(""), "supervisora")
                .get("figures?from=ayer&by=MOON&channel=FAX&colour=red");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("problem+json");
        assertThat(answer.body()).contains("\"from\"", "\"by\"", "\"channel\"", "\"colour\"");
        assertThat(ApiClient.of(RunningCentre.address(""), "supervisora")
                        .get("figures?from=2026-03-03T06:00:00Z&to=2026-03-02T06:00:00Z")
                        .status())
                .isEqualTo(400);

        signIn(page, "supervisora");
        page.navigate(address("figures.xhtml?period=days&from=mañana&to=2020-13-40"));
        assertThat(page.locator("[role=alert]").first()).containsText("no se entiende");
        assertAccessible(page);
    }

    @Test
    void figuresCanBeReadOnAPhoneInEnglishAndInTheDark() {
        signIn(page, "supervisora");
        String day = "from=2026-03-02T06:00:00Z&to=2026-03-03T06:00:00Z";
        assertReadableOnAPhone(List.of(
                "figures.xhtml?by=HOUR&" + day,
                "figure.xhtml?measure=ASA&" + day,
                "dashboard.xhtml",
                "recounts.xhtml",
                "notices.xhtml",
                "rules.xhtml"));
    }

    private static int column(JsonObject document, String measure) {
        int column = 1;
        for (JsonObject one : document.getJsonArray("measures").getValuesAs(JsonObject.class)) {
            if (one.getString("measure").equals(measure)) {
                return column;
            }
            column += one.getString("kind").equals("COUNT")
                    ? 1
                    : one.getString("kind").equals("RATE") ? 3 : 2;
        }
        throw new IllegalArgumentException(measure);
    }

    private static JsonObject api(String by) throws IOException, InterruptedException {
        return ApiClient.of(RunningCentre.address(""), "direccion")
                .get("figures?from=2026-03-02T06:00:00Z&to=2026-03-03T06:00:00Z&by=" + by)
                .json();
    }

    /** Rows of the figures by their key. */
    private static Map<String, CSVRecord> export(String by) throws IOException, InterruptedException {
        String file = get(
                        "figures/export?format=CSV&from=2026-03-02T06:00:00Z&to=2026-03-03T06:00:00Z&by=" + by,
                        "supervisora")
                .body();
        Map<String, CSVRecord> rows = new HashMap<>();
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(file))) {
            for (CSVRecord row : parser) {
                if (row.size() > 30) {
                    rows.put(row.get(0), row);
                }
            }
        }
        return rows;
    }

    private static HttpResponse<String> get(String path, String account) throws IOException, InterruptedException {
        String basic = Base64.getEncoder()
                .encodeToString((account + ":" + ApiClient.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Authorization", "Basic " + basic)
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "board-" + name + ".png"))
                .setFullPage(true));
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }
}
