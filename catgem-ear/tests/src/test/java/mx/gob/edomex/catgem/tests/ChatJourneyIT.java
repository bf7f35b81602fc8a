package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The citizen's chat in a browser: from the notice to the folio, over a network that fails. */
class ChatJourneyIT extends BrowserTest {

    private static final Locator.WaitForOptions SHOWN = new Locator.WaitForOptions().setTimeout(60_000);

    @Test
    void aCitizenReadsTheNoticeWritesLosesTheNetworkAndEnds() {
        page.setViewportSize(390, 844);
        begin("?lang=es");
        write("¿Qué necesito para <b>renovar</b> mi licencia?");
        page.locator("#folio").waitFor(SHOWN);
        assertThat(page.locator("#log .own .text")).hasText("¿Qué necesito para <b>renovar</b> mi licencia?");
        assertThat(page.locator("#state")).containsText("En espera");
        assertAccessible(page);
        picture("waiting-es-390");

        page.setInputFiles(
                "#file", new FilePayload("nota.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.US_ASCII)));
        page.locator("#log .unsent").waitFor(SHOWN);
        assertThat(page.locator("#log .unsent .foot")).containsText("Solo se reciben PDF");
        page.locator("#log .unsent button").click();

        page.fill("#write", "un borrador");
        page.context().setOffline(true);
        page.locator("#offline").waitFor(SHOWN);
        assertThat(page.locator("#send")).hasAttribute("aria-disabled", "true");
        assertAccessible(page);
        page.context().setOffline(false);
        assertThat(page.locator("#send")).hasAttribute("aria-disabled", "false", within(60_000));
        page.reload();
        assertThat(page.locator("#log .msg")).hasCount(1);
        assertThat(page.locator("#write")).hasValue("un borrador");

        page.click("#end");
        assertAccessible(page);
        page.click("#end-dialog .primary");
        page.locator("#over").waitFor(SHOWN);
        assertThat(page.locator("#over-text"))
                .containsText(page.locator("#folio-value").textContent());
        assertAccessible(page);
        page.click("#again");
        assertThat(page.locator("#welcome h1")).isFocused();
        page.click("#refuse");
        assertAccessible(page);
    }

    @Test
    void thePageIsAccessibleInEnglishToo() {
        page.navigate(RunningCentre.address("chat/?lang=en").toString());
        assertThat(page.locator("#notice-short")).containsText("Government of the State of Mexico");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.click("summary");
        assertAccessible(page);
        picture("notice-en-1366");
        page.setViewportSize(320, 640);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void whatTheAdvisorSaidMeanwhileIsShownBeforeSendingIsPossible() {
        begin("?lang=es");
        write("¿Dónde pago la tenencia?");
        page.locator("#folio").waitFor(SHOWN);
        try (BrowserContext other = newSession()) {
            Page desk = other.newPage();
            signIn(desk, "asesora41");
            desk.navigate(RunningCentre.address("desk.xhtml").toString());
            desk.locator("#composer, #desk").first().waitFor();
            becomeAvailable(desk);
            accept(desk);
            assertThat(page.locator("#state")).containsText("Le atiende");

            page.context().setOffline(true);
            page.locator("#offline").waitFor(SHOWN);
            desk.locator("#reply").fill("Puede pagarla en línea.");
            desk.keyboard().press("Enter");
            assertThat(desk.locator("body")).containsText("Puede pagarla en línea.");
            page.evaluate(
                    """
                    () => { window.enabledWith = null; new MutationObserver(() => {
                      if (window.enabledWith === null && document.getElementById('send').getAttribute('aria-disabled') === 'false')
                        window.enabledWith = document.getElementById('log').textContent;
                    }).observe(document.getElementById('send'), { attributes: true }); }
                    """);
            page.context().setOffline(false);
            assertThat(page.locator("#send")).hasAttribute("aria-disabled", "false", within(60_000));
            assertThat((String) page.evaluate("enabledWith")).contains("Puede pagarla en línea.");
            write("Gracias");
            assertThat(desk.locator("body")).containsText("Gracias");
            assertAccessible(page);
            picture("attended-es-1366");
        }
    }

    @Test
    void theWidgetOpensByKeyboardAndGivesTheFocusBack() {
        page.navigate(RunningCentre.address("chat/demo.html").toString());
        Locator button = page.locator("#catgem-chat button");
        button.focus();
        page.keyboard().press("Enter");
        assertThat(page.frameLocator("#catgem-chat iframe").locator("#notice-short"))
                .containsText("Gobierno del Estado de México");
        assertThat(button).hasAttribute("aria-expanded", "true");
        assertAccessible(page);
        picture("widget-1366");
        page.frameLocator("#catgem-chat iframe").locator("#name").press("Escape");
        assertThat(button).hasAttribute("aria-expanded", "false");
        assertThat(button).isFocused();
    }

    private void begin(String query) {
        page.navigate(RunningCentre.address("chat/" + query).toString());
        assertThat(page.locator("#notice-short")).containsText(Pattern.compile("CATGEM"));
        assertAccessible(page);
        page.click("#accept");
        assertThat(page.locator("#send")).hasAttribute("aria-disabled", "false", within(60_000));
    }

    private void write(String text) {
        page.fill("#write", text);
        page.click("#send");
        assertThat(page.locator("#log .own").last()).containsText("Enviado");
    }

    /** Takes what is offered until this citizen's turn has come: earlier tests may have left others in the line. */
    private void accept(Page desk) {
        for (int i = 0; i < 60 && !page.locator("#state").textContent().contains("atiende"); i++) {
            desk.waitForTimeout(1_000);
            desk.keyboard().press("Control+Enter");
            desk.waitForTimeout(500);
        }
    }

    private void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "chat-" + name + ".png")));
    }

    private static LocatorAssertions.HasAttributeOptions within(double millis) {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(millis);
    }
}
