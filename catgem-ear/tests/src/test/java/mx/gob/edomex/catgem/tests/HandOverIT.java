package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaving with an open contact, and the colleague who goes on with it. */
class HandOverIT extends BrowserTest {

    @Test
    void whoSignsOutOfAContactHandsItOverWithDraftAndNote() throws Exception {
        try (BrowserContext mine = newSession();
                BrowserContext colleagues = newSession()) {
            Page leaver = desk(mine, "asesora36");
            CitizenChat citizen = CitizenChat.begun();
            citizen.writes("m1", "Necesito mi acta de 1950");
            String folio = citizen.folio();
            leaver.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
            leaver.keyboard().press("Control+Enter");
            assertThat(leaver.locator("#contacts .contact")).hasCount(1);
            Page colleague = desk(colleagues, "asesora37");
            leaver.locator("#reply").fill("Para el acta de 1950 necesita");
            leaver.waitForTimeout(2_000);

            leaver.locator(".menu-name").click();
            leaver.locator("#logout").click();
            leaver.waitForSelector("#leave-sheet[open]");
            assertThat(leaver.locator("#leave-body legend")).containsText(folio);
            assertAccessible(leaver);
            picture(leaver, "leave-es-1366");
            leaver.setViewportSize(390, 844);
            assertAccessible(leaver);
            picture(leaver, "leave-es-390");
            leaver.setViewportSize(1366, 768);
            leaver.locator("#leave-body [data-to]").selectOption("asesora37");
            leaver.locator("#leave-body [data-note]").fill("Preguntó también por el costo");
            leaver.locator("[data-act=leave-go]").click();
            leaver.waitForSelector(".presence-now[data-presence=OFFLINE]");
            assertThat(leaver.locator("#contacts .contact")).hasCount(0);

            assertThat(colleague.locator("#handed")).containsText("Preguntó también por el costo");
            assertThat(colleague.locator("#handed")).containsText("Para el acta de 1950 necesita");
            assertAccessible(colleague);
            picture(colleague, "handed-es-1366");
            colleague.locator("[data-act=handed]").click();
            assertThat(colleague.locator("#reply")).hasValue("Para el acta de 1950 necesita");
            assertThat(colleague.locator("#handed .handed")).hasCount(0);
            assertThat(colleague.locator("#own-shift")).isVisible();

            leaver.locator(".menu-name").click();
            leaver.locator("#logout").click();
            leaver.waitForURL("**/login.xhtml*");

            colleague.keyboard().press("F4");
            colleague.waitForSelector("#close-sheet[open]");
            colleague.locator("#disposition").selectOption("INFORMATION_GIVEN");
            colleague.locator("#close-now").click();
            colleague.waitForCondition(
                    () -> colleague.locator("#head [data-contact]").count() == 0);
            colleague.locator(".pause summary").click();
            colleague.locator("[data-presence=OFFLINE].choice").click();
            colleague.waitForSelector(".presence-now[data-presence=OFFLINE]");
        }
    }

    @Test
    void theSupervisorPlansAWeekAndACoordinatorOnlyReadsIt() {
        signIn(page, "supervisora");
        page.navigate(RunningCentre.address("roster.xhtml").toString());
        assertThat(page.locator(".people tbody tr")).not().hasCount(0);
        assertAccessible(page);
        picture(page, "roster-es-1366");
        page.locator(".shifts summary").click();
        assertAccessible(page);
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertAccessible(page);
        picture(page, "roster-es-390");
        page.setViewportSize(1366, 768);
        page.locator(".duty[data-username=asesora01][data-shifts=MORNING]")
                .first()
                .click();
        page.waitForSelector("#duty-sheet[open]");
        assertAccessible(page);
        page.locator("#duty-sheet [data-shift=MORNING]").click();
        assertThat(page.locator("#duty-sheet")).isHidden();
        assertThat(page.locator(".duty:focus")).containsText("Libre");
        page.locator(".duty:focus").press("Enter");
        page.locator("#duty-sheet [data-shift=MORNING]").click();
        assertThat(page.locator(".duty:focus")).containsText("Matutino");

        page.navigate(RunningCentre.address("roster.xhtml?week=2031-03-03").toString());
        page.locator("#copy-week").click();
        assertThat(page.locator("#toasts")).containsText("no tiene turnos que copiar");

        try (BrowserContext other = newSession()) {
            Page coordinator = other.newPage();
            signIn(coordinator, "coordinadora2");
            coordinator.navigate(RunningCentre.address("roster.xhtml").toString());
            assertThat(coordinator.locator(".coverage")).isVisible();
            assertThat(coordinator.locator(".duty")).hasCount(0);
            coordinator.locator("[data-language=en]").click();
            coordinator.waitForURL("**/roster.xhtml");
            assertThat(coordinator.locator("h1")).hasText("Shifts");
            assertAccessible(coordinator);
            picture(coordinator, "roster-en-1366");
        }
    }

    private static Page desk(BrowserContext session, String account) {
        Page desk = session.newPage();
        signIn(desk, account);
        desk.waitForSelector("html[data-socket=open]");
        desk.keyboard().press("Alt+KeyD");
        desk.waitForSelector(".presence-now[data-presence=AVAILABLE]");
        return desk;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
