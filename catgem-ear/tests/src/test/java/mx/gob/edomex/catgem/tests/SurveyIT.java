package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A citizen's opinion, asked in the chat's own page and by the link of a mail; seen where it may be seen. */
class SurveyIT extends BrowserTest {
    private static final Locator.WaitForOptions SHOWN = new Locator.WaitForOptions().setTimeout(60_000);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/public/survey/#[\\w-]{43}");

    @Test
    void afterAChatTheSurveyIsAskedInPlaceAndAnsweredByKeyboard() {
        page.setViewportSize(390, 844);
        page.navigate(RunningCentre.address("chat/?lang=es").toString());
        assertThat(page.locator("#accept")).isEnabled();
        page.click("#accept");
        assertThat(page.locator("#send")).hasAttribute("aria-disabled", "false");
        page.fill("#write", "¿Dónde pago la tenencia?");
        page.click("#send");
        page.locator("#folio").waitFor(SHOWN);
        String folio = page.locator("#folio-value").textContent();
        try (BrowserContext other = newSession()) {
            Page desk = desk(other);
            attendAndClose(desk, "INFORMATION_GIVEN");

            page.locator("#survey form").waitFor(SHOWN);
            assertAccessible(page);
            picture("survey-chat-es-390");
            page.locator("#survey button.primary").click();
            assertThat(page.locator("#survey .error")).containsText("primera pregunta");
            assertThat(page.locator("#survey input[value=S1]")).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#survey input[value=S2]")).isChecked();
            page.keyboard().press("Enter");
            assertThat(page.locator(".survey-said")).containsText("Gracias");
            assertThat(page.locator(".survey-said")).isFocused();
            assertAccessible(page);

            try (BrowserContext third = newSession()) {
                Page coordinator = third.newPage();
                signIn(coordinator, "coordinadora3");
                coordinator.navigate(
                        RunningCentre.address("folio.xhtml?folio=" + folio).toString());
                assertThat(coordinator.locator("#survey-card")).containsText("Poco");
                assertThat(coordinator.locator(".timeline")).containsText("contestó la encuesta");
                assertAccessible(coordinator);
            }
            desk.navigate(RunningCentre.address("folio.xhtml?folio=" + folio).toString());
            assertThat(desk.locator(".timeline")).containsText("Se ofreció la encuesta");
            assertThat(desk.locator("body")).not().containsText("contestó la encuesta");
            assertThat(desk.locator("#survey-card")).hasCount(0);
        }
    }

    @Test
    void theLinkOfAMailWorksOnceAndEveryOtherUseIsToldWhy() throws Exception {
        CitizenMailbox mailbox = CitizenMailbox.ofTheDemo();
        String id = UUID.randomUUID().toString();
        mailbox.send("Message-ID: <" + id + "@citizen.example.org>\nFrom: ciudadana@example.org\n"
                + "To: catgem@catgem.local\nSubject: Predial " + id + "\n\nBuen dia, donde pago el predial?");
        String link;
        try (BrowserContext other = newSession()) {
            attendAndClose(desk(other), "INFORMATION_GIVEN");
            link = survey(mailbox, id);
        }
        page.setViewportSize(390, 844);
        page.navigate(link);
        page.locator(".survey").waitFor(SHOWN);
        assertAccessible(page);
        picture("survey-link-es-390");
        page.locator(".survey input[value=S5]").check();
        page.locator(".survey textarea").fill("Muy amable");
        page.locator(".survey button.primary").click();
        assertThat(page.locator(".survey-said")).containsText("Gracias");

        page.reload();
        assertThat(page.locator(".survey-said")).containsText("Ya recibimos su opinión");
        assertAccessible(page);
        page.locator("#language").click();
        assertThat(page.locator(".survey-said")).containsText("only once");

        page.navigate(RunningCentre.address("public/survey/") + "#" + "A".repeat(43));
        assertThat(page.locator(".survey-said")).containsText(Pattern.compile("no es válido|not valid"));
        assertAccessible(page);
    }

    private static Page desk(BrowserContext session) {
        Page desk = session.newPage();
        takeTheDesk(desk, "asesora46");
        return desk;
    }

    private static void attendAndClose(Page desk, String disposition) {
        desk.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        desk.keyboard().press("Control+Enter");
        desk.waitForSelector("#head [data-contact]");
        desk.keyboard().press("F4");
        desk.waitForSelector("#close-sheet[open]");
        desk.locator("#disposition").selectOption(disposition);
        desk.locator("#close-now").click();
        desk.waitForCondition(() -> desk.locator("#head [data-contact]").count() == 0);
        leave(desk);
    }

    private String survey(CitizenMailbox mailbox, String id) throws Exception {
        for (int i = 0; i < 180; i++) {
            for (String mail : mailbox.all()) {
                Matcher link = LINK.matcher(mail.replace("=\r\n", "").replace("=3D", "="));
                if (mail.contains(id) && link.find()) {
                    return link.group();
                }
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError("no survey came by mail within 90 s");
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
