package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import mx.gob.edomex.catgem.report.SimulatedTraffic;
import mx.gob.edomex.catgem.shared.LocalDay;
import org.junit.jupiter.api.Test;

/** The days of technical support and of the direction, each from its own login; and the bar's menus over any page. */
class RoomsIT extends BrowserTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    @Test
    void technicalSupportSeesWhatRunsWhatWaitsAndWhatFailedAndNoCitizensWords() throws SQLException {
        raise("MAILBOX_UNREACHABLE");
        signIn(page, "soporte");
        page.locator("main a[href$='support.xhtml']").click();

        assertThat(page.locator("#vitals [data-vital=database]")).hasAttribute("data-state", "UP");
        assertThat(page.locator("#vitals [data-vital=broker]")).hasAttribute("data-state", "UP");
        assertThat(page.locator("#vitals [data-vital=matcher]")).hasAttribute("data-state", "UP");
        assertThat(page.locator("#queues [data-queue='fila.intake']")).containsText("Llegadas por abrir");
        assertThat(page.locator("#connectors [data-connector=imap]")).containsText("Responde");
        assertThat(page.locator("#connectors [data-connector=smtp]")).containsText("Responde");
        assertThat(page.locator("#leases")).containsText("Asignación de la fila");
        assertThat(page.locator("#rounds")).containsText("Cifras desde la bitácora");
        assertThat(page.locator("#dead")).containsText("No hay mensajes muertos");
        Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText("buzón"))
                .first();
        assertThat(alert).isVisible();
        assertAccessible(page);
        picture(page, "support-es-1366");
        alert.locator("[data-act=end]").click();
        assertThat(page.locator(".alert", new Page.LocatorOptions().setHasText("buzón")))
                .hasCount(0);
        page.reload();
        assertThat(page.locator("#incidents tbody tr").first()).isVisible();

        for (String closed : List.of("contacts.xhtml", "figures.xhtml", "indicators.xhtml", "dashboard.xhtml")) {
            assertThat(page.navigate(address(closed)).status()).as(closed).isEqualTo(403);
        }
        page.navigate(address("support.xhtml"));
        inEnglish(page);
        assertThat(page.locator("h1")).hasText("Technical support");
        picture(page, "support-en-1366");
        assertReadableOnAPhone(List.of("support.xhtml"));
    }

    @Test
    void theDirectionReadsTheMonthBesideTheOneBeforeAndAYearAndPrintsIt() throws Exception {
        try (Connection connection = RunningCentre.centre().database().connect()) {
            new SimulatedTraffic(11).write(connection, new LocalDay(LocalDate.of(2026, 4, 6), ZONE).start(), 2, 300);
            new SimulatedTraffic(12).write(connection, new LocalDay(LocalDate.of(2026, 5, 4), ZONE).start(), 2, 300);
        }
        signIn(page, "direccion");
        page.waitForCondition(() -> {
            page.navigate(address("indicators.xhtml?month=2026-05"));
            return page.locator("#beside [data-measure=OFFERED] .cell")
                    .first()
                    .textContent()
                    .contains("600");
        });
        assertThat(page.locator("#month-name")).hasText("mayo 2026");
        assertThat(page.locator(".indicator")).hasCount(3);
        assertThat(page.locator("#beside [data-measure=OCCUPANCY] td").first()).containsText("%");
        assertThat(page.locator("#beside [data-measure=FIRST_CONTACT_RESOLUTION] td")
                        .first())
                .containsText("%");
        assertThat(page.locator("#figures tbody tr[data-key='2026-04']")).isVisible();
        assertThat(page.locator("#figures tbody tr[data-key='2026-05']")).isVisible();
        assertThat(page.locator("main a[href*='figure.xhtml'], a.folio")).hasCount(0);
        assertAccessible(page);
        page.waitForTimeout(400); // the charts are drawn; a picture only
        picture(page, "indicators-es-1366");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".topbar")).isHidden();
        assertThat(page.locator(".print-only")).isVisible();
        Files.write(Path.of("target", "screenshots", "indicators.pdf"), page.pdf());
        picture(page, "indicators-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.navigate(address("indicators.xhtml?month=2999-13"));
        assertThat(page.locator("[role=alert]").first()).containsText("no se puede mostrar");
        page.navigate(address("indicators.xhtml?month=2026-05"));
        inEnglish(page);
        assertThat(page.locator("h1")).containsText("Indicators");
        assertReadableOnAPhone(List.of("indicators.xhtml?month=2026-05"));
    }

    @Test
    void occupancyAndFirstContactsLeadToWhatIsBehindThem() throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect()) {
            new SimulatedTraffic(13).write(connection, new LocalDay(LocalDate.of(2026, 6, 1), ZONE).start(), 1, 400);
        }
        signIn(page, "supervisora");
        String day = "from=2026-06-01T06:00:00Z&to=2026-06-02T06:00:00Z";
        page.waitForCondition(() -> {
            page.navigate(address("figure.xhtml?measure=OCCUPANCY&" + day));
            return "48".equals(page.locator("#figure").getAttribute("data-n"));
        });
        assertThat(page.locator("#staff tbody tr")).hasCount(48);
        assertThat(page.locator("#formula")).containsText("al menos una atención activa");
        assertAccessible(page);
        picture(page, "figure-occupancy-es-1366");
        page.navigate(address("figure.xhtml?measure=FIRST_CONTACT_RESOLUTION&" + day));
        int n = Integer.parseInt(page.locator("#figure").getAttribute("data-n"));
        assertThat(n).isGreaterThan(100);
        assertThat(page.locator("#total")).hasText(Integer.toString(n));
        assertAccessible(page);
        picture(page, "figure-first-es-1366");
        inEnglish(page);
        page.navigate(address("figure.xhtml?measure=FIRST_CONTACT_RESOLUTION&" + day));
        picture(page, "figure-first-en-1366");
        assertReadableOnAPhone(List.of("figure.xhtml?measure=OCCUPANCY&" + day));
    }

    @Test
    void anOpenMenuOfTheBarHidesNoHalfOfAButton() {
        signIn(page, "supervisora");
        for (String path : List.of("dashboard.xhtml", "figures.xhtml")) {
            page.navigate(address(path));
            for (Locator menu : page.locator(".topbar details.menu").all()) {
                menu.locator("summary").click();
                assertAccessible(page);
                page.mouse().click(700, 760);
                assertThat(menu).not().hasAttribute("open", "");
            }
        }
        page.locator(".topbar details.menu summary").first().click();
        picture(page, "menu-open-es-1366");
    }

    private static void raise(String kind) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into alert (kind, severity) values ('" + kind + "', 'CRITICAL')"
                    + " on conflict do nothing");
        }
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }
}
