package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The supervisor plans, a coordinator reads. */
class RosterIT extends BrowserTest {

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
        picture(page, "roster-sheet-es-1366");
        page.locator("#duty-sheet [data-shift=MORNING]").click();
        assertThat(page.locator("#duty-sheet")).isHidden();
        assertThat(page.locator(".duty:focus")).containsText("Libre");
        picture(page, "roster-edited-es-1366");
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
            inEnglish(coordinator);
            assertThat(coordinator.locator("h1")).hasText("Shifts");
            assertAccessible(coordinator);
            picture(coordinator, "roster-en-1366");
        }
    }
}
