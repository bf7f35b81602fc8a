package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.Test;

/** Finding a contact, reading its folio, and watching the queue, as each role sees them. */
class FolioPagesIT extends BrowserTest {

    @Test
    void aSupervisorFindsAContactByItsWordsAndReadsItsFolio() throws Exception {
        String word = word();
        String folio = contact("Mi <b>licencia</b> se perdió " + word);
        signIn(page, "supervisora");

        page.navigate(address("contacts.xhtml"));
        page.fill("#q", word);
        page.press("#q", "Enter");
        assertThat(page.locator("table.contacts tbody tr")).hasCount(1);
        assertAccessible(page);
        page.click("table.contacts a.folio");

        assertThat(page.locator("h1")).hasText(folio);
        assertThat(page.locator(".said-citizen .said-text")).containsText("Mi <b>licencia</b> se perdió");
        assertThat(page.locator(".said-text b")).hasCount(0);
        assertThat(page.locator(".step-DONE").first()).containsText("AVC-01");
        assertThat(page.locator(".events tr[data-kind=STEP]").first()).containsText("AVC v");
        assertAccessible(page);
    }

    @Test
    void aFilterThatFindsNothingSaysWhatToDo() {
        signIn(page, "coordinadora1");
        page.navigate(address("contacts.xhtml?q=palabraquenadieescribe"));

        assertThat(page.locator(".empty")).containsText("No hay atenciones con estos filtros");
        assertAccessible(page);
        page.click("text=Quitar filtros");
        assertThat(page).hasURL(Pattern.compile("contacts\\.xhtml$"));
    }

    @Test
    void anAuditorSeesNoTextUntilAReasonIsGivenAndTheLookIsOnTheTimeline() throws Exception {
        String folio = contact("Datos que no debe ver " + word());
        signIn(page, "auditora");
        page.navigate(address("folio.xhtml?folio=" + folio));

        assertThat(page.locator("main")).not().containsText("Datos que no debe ver");
        assertThat(page.locator("main")).not().containsText("Ana Inventada");
        assertAccessible(page);

        page.selectOption("#reason", "COMPLAINT");
        page.click("#show");

        assertThat(page.locator(".said-citizen .said-text")).containsText("Datos que no debe ver");
        assertThat(page.locator(".events")).containsText("Auditoría vio datos personales");
        assertAccessible(page);
        page.navigate(address("folio.xhtml?folio=" + folio));
        assertThat(page.locator("main")).not().containsText("Datos que no debe ver");
    }

    @Test
    void thePersonLogsOutFromAPageOfPlainForms() {
        signIn(page, "auditora");
        page.navigate(address("contacts.xhtml"));
        page.click(".tools details.menu summary");
        page.click("#logout");

        assertThat(page).hasURL(Pattern.compile("login\\.xhtml"));
    }

    @Test
    void anAdvisorCannotOpenTheFolioOfAContactOfNobodyOrOfOthers() throws Exception {
        String folio = contact("Nada de esto es suyo " + word());
        signIn(page, "asesora07");

        assertThat(page.navigate(address("folio.xhtml?folio=" + folio)).status())
                .isEqualTo(404);
        assertThat(page.locator("main")).containsText("no existe o no es de una atención suya");
        assertThat(page.locator("main")).not().containsText("Nada de esto");
        assertAccessible(page);
        assertThat(page.navigate(address("queue.xhtml")).status()).isEqualTo(403);
    }

    @Test
    void theQueueMovesWithoutAReloadAndStandsStillWhenAskedTo() throws Exception {
        signIn(page, "coordinadora2");
        page.navigate(address("queue.xhtml"));
        int before = depth();

        contact("Uno más en la fila " + word());
        page.waitForCondition(() -> depth() == before + 1);
        assertAccessible(page);

        String taken = pausedWithAnAnswerUnderWay();
        contact("Otro más en la fila " + word());
        page.waitForTimeout(7_000);
        assertThat(taken()).isEqualTo(taken);
        page.unroute("**/queue.xhtml");
        page.click("#pause");
        page.waitForCondition(() -> depth() == before + 2);
    }

    @Test
    void anAlertIsTakenAndThenDealtWith() throws SQLException {
        String detail = word();
        RunningCentre.execute("insert into alert (kind, severity, detail) values ('MAILBOX_UNREACHABLE', 'CRITICAL', '"
                + detail + "')");
        signIn(page, "supervisora");
        page.navigate(address("queue.xhtml"));
        Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText("No se puede leer el buzón"));

        alert.locator("[data-act=take]").first().click();
        assertThat(alert.first()).containsText("La atiende supervisora");
        assertAccessible(page);
        alert.locator("[data-act=end]").first().click();
        assertThat(alert).hasCount(0);
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesInTheDarkAndOnAPhone() throws Exception {
        String folio = contact("Para ver en todas partes " + word());
        signIn(page, "supervisora");
        assertReadableOnAPhone(List.of("contacts.xhtml", "folio.xhtml?folio=" + folio, "queue.xhtml"));
    }

    private int depth() {
        return Integer.parseInt(page.locator(".gauges dd").first().innerText().strip());
    }

    private String taken() {
        return page.locator("#taken").getAttribute("data-at");
    }

    /** When the board shown was taken; the page is paused while the server is being asked for the next one. */
    private String pausedWithAnAnswerUnderWay() {
        AtomicReference<Route> asked = new AtomicReference<>();
        page.route("**/queue.xhtml", route -> {
            if (!asked.compareAndSet(null, route)) {
                route.resume();
            }
        });
        page.waitForCondition(() -> asked.get() != null);
        String taken = taken();
        page.click("#pause");
        page.waitForResponse("**/queue.xhtml", () -> asked.get().resume());
        return taken;
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }

    private static String word() {
        return "z" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    }

    /** A chat that waits, handed over by the API. */
    static String contact(String text) throws IOException, InterruptedException {
        String json =
                """
                {"channel": "CHAT", "entryPoint": "API", "language": "ES", "topic": "LICENCIAS", "subject": "Prueba",
                 "text": "%s", "citizen": {"name": "Ana Inventada", "email": "ana@example.org"}, "externalId": "%s"}
                """
                        .formatted(text, UUID.randomUUID());
        return ApiClient.of(RunningCentre.address(""), "supervisora")
                .post("contacts", json)
                .folio();
    }
}
