package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A citizen cancels their data: a coordinator asks, the supervisor destroys, and the act is all that is left. */
class DisposalsIT extends BrowserTest {

    private static final String WORDS = "Huitzilihuitl pide que borren sus datos";

    @Test
    void whatOneAsksForAnotherCarriesOut() throws Exception {
        String folio = aClosedChat();
        signIn(page, "coordinadora2");
        open(page, "contacts.xhtml?q=huitzili");
        assertThat(page.locator("main")).containsText(folio);
        open(page, "disposals.xhtml");
        assertAccessible(page);
        picture(page, "disposals-empty-es-1366");

        ask("NADA-NADA-X");
        assertThat(page.locator("#refused")).containsText("No hay atención con ese folio");
        page.locator("#refused button").click();
        assertThat(page.locator("#folio")).hasValue("NADA-NADA-X");
        assertAccessible(page);
        picture(page, "disposals-ask-es-1366");
        page.fill("#folio", folio.toLowerCase(Locale.ROOT));
        page.click("#ask");
        assertThat(page.locator("#done")).containsText("bloqueados");
        assertThat(page.locator("[data-opens=carry-sheet]")).hasCount(0);
        String act = page.locator("#one-heading .number").textContent();
        open(page, "contacts.xhtml?q=huitzili");
        assertThat(page.locator("main")).not().containsText(folio);

        try (BrowserContext other = newSession()) {
            Page supervisor = other.newPage();
            signIn(supervisor, "supervisora");
            open(supervisor, "folio.xhtml?folio=" + folio);
            assertThat(supervisor.locator("main")).containsText(WORDS);
            open(supervisor, "disposals.xhtml");
            supervisor.locator(".disposals-table a").getByText(act).click();
            supervisor.click("[data-opens=carry-sheet]");
            assertThat(supervisor.locator("#carry-sheet")).isVisible();
            assertAccessible(supervisor);
            picture(supervisor, "disposals-carry-es-1366");
            supervisor.click("#carry-out");
            assertThat(supervisor.locator("#done")).containsText("Los datos se destruyeron");
            assertThat(supervisor.locator(".destroyed")).containsText("mensajes");
            assertAccessible(supervisor);
            picture(supervisor, "disposals-es-1366");
            Download paper = supervisor.waitForDownload(() -> supervisor.click("#act-paper"));
            assertThat(Files.readAllBytes(paper.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

            open(supervisor, "folio.xhtml?folio=" + folio);
            assertThat(supervisor.locator(".timeline")).isVisible();
            assertThat(supervisor.locator("main")).not().containsText(WORDS);
            assertAccessible(supervisor);
            picture(supervisor, "folio-erased-es-1366");
            inEnglish(supervisor);
            open(supervisor, "disposals.xhtml");
            assertThat(supervisor.locator(".disposals-table")).containsText("Data destroyed");
            picture(supervisor, "disposals-en-1366");
        }
        assertReadableOnAPhone(List.of("disposals.xhtml"));
    }

    private void ask(String folio) {
        page.click("[data-opens=ask-sheet]");
        page.fill("#folio", folio);
        page.click("#ask");
    }

    private String aClosedChat() {
        page.navigate(RunningCentre.address("chat/?lang=es").toString());
        assertThat(page.locator("#accept")).isEnabled();
        page.click("#accept");
        assertThat(page.locator("#send")).hasAttribute("aria-disabled", "false");
        page.fill("#write", WORDS);
        page.click("#send");
        page.locator("#folio").waitFor();
        String folio = page.locator("#folio-value").textContent();
        try (BrowserContext other = newSession()) {
            Page desk = other.newPage();
            takeTheDesk(desk, "asesora44");
            desk.waitForSelector(".offer");
            desk.keyboard().press("Control+Enter");
            desk.waitForSelector("#head [data-contact]");
            closeAndLeave(desk);
        }
        return folio;
    }
}
