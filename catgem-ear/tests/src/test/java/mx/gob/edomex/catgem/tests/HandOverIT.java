package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Leaving with an open contact, and the colleague who goes on with it. */
class HandOverIT extends BrowserTest {

    @Test
    void whoSignsOutOfAContactHandsItOverWithDraftAndNote() throws Exception {
        try (BrowserContext mine = newSession();
                BrowserContext colleagues = newSession()) {
            Page leaver = mine.newPage();
            takeTheDesk(leaver, "asesora36");
            CitizenChat citizen = CitizenChat.begun();
            citizen.writes("m1", "Necesito mi acta de 1950");
            String folio = citizen.folio();
            leaver.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
            leaver.keyboard().press("Control+Enter");
            assertThat(leaver.locator("#contacts .contact")).hasCount(1);
            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora37");
            leaver.locator("#reply").fill("Para el acta de 1950 necesita");
            assertThat(leaver.locator("#saved")).containsText("guardado");

            leaver.locator(".menu-name").click();
            leaver.locator("#logout").click();
            leaver.waitForSelector("#leave-sheet[open]");
            assertThat(leaver.locator("#leave-body legend")).containsText(folio);
            assertThat(leaver.locator(".leaving-draft")).containsText("Para el acta de 1950 necesita");
            assertThat(leaver.locator(".leaving-note")).isHidden();
            assertAccessible(leaver);
            leaver.locator("#leave-body [data-to]").selectOption("asesora37");
            leaver.locator("#leave-body [data-note]").fill("Preguntó también por el costo");
            assertAccessible(leaver);
            pictures(leaver, "leave-es");
            leaver.locator("[data-act=leave-go]").click();
            until(leaver, () -> leaver.locator("#login-out").isVisible());
            assertThat(presence("asesora36")).isEqualTo("OFFLINE");

            assertThat(colleague.locator("#handed")).containsText("Preguntó también por el costo");
            assertThat(colleague.locator("#handed")).containsText("Para el acta de 1950 necesita");
            assertAccessible(colleague);
            pictures(colleague, "handed-es");
            colleague.setViewportSize(390, 844);
            colleague.locator("[data-column=left]").click();
            assertAccessible(colleague);
            picture(colleague, "handed-list-es-390");
            colleague.setViewportSize(1366, 768);
            inEnglish(colleague);
            assertThat(colleague.locator("#handed-heading")).containsText("Handed over to you");
            pictures(colleague, "handed-en");
            colleague.locator("[data-act=handed]").click();
            assertThat(colleague.locator("#reply")).hasValue("Para el acta de 1950 necesita");
            assertThat(colleague.locator("#handed .handed")).hasCount(0);
            assertThat(colleague.locator("#own-shift")).isVisible();

            closeAndLeave(colleague);
        }
    }

    /** The log-out button of another page leads to the desk, which asks; of two contacts the second stays shown. */
    @Test
    void signingOutOnAnotherPageAsksAtTheDeskAboutEveryContact() throws Exception {
        takeTheDesk(page, "asesora33");
        for (int open = 1; open <= 2; open++) {
            CitizenChat.begun().writes("m1", "Pregunta " + open);
            page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#contacts .contact")).hasCount(open);
        }
        page.keyboard().press("Alt+Digit2");
        String second = page.locator("#contacts .contact").nth(1).getAttribute("data-key");
        assertThat(page.locator("#head .head-line")).hasAttribute("data-contact", second);
        inEnglish(page);
        page.navigate(RunningCentre.address("contacts.xhtml").toString());
        page.locator(".menu-name").click();
        page.locator("#logout").click();

        page.waitForSelector("#leave-sheet[open]");
        assertThat(page.locator("#leave-body fieldset")).hasCount(2);
        assertThat(page.locator("#toasts .danger")).hasCount(0);
        assertThat(page.locator("#head .head-line")).hasAttribute("data-contact", second);
        page.locator("#leave-body [data-to]").first().selectOption("");
        assertAccessible(page);
        pictures(page, "leave-en");
        page.locator("[data-act=leave-go]").click();
        assertThat(page.locator("#leave-sheet")).isHidden();
        assertThat(page.locator(".presence-next")).containsText("Out of the queue");
        assertThat(page.locator("#contacts .contact")).hasCount(1);

        page.locator(".menu-name").click();
        page.locator("#logout").click();
        page.waitForSelector("#leave-sheet[open]");
        page.locator("#leave-body [data-to]").selectOption("");
        page.locator("[data-act=leave-go]").click();
        assertThat(page.locator("#login-out")).containsText("logged out");
        assertThat(presence("asesora33")).isEqualTo("OFFLINE");
    }

    @Test
    void whoHasNothingOpenSignsOutAndIsOfflineAtOnce() throws Exception {
        takeTheDesk(page, "asesora32");
        page.locator(".menu-name").click();
        page.locator("#logout").click();
        assertThat(page.locator("#login-out")).isVisible();
        assertThat(presence("asesora32")).isEqualTo("OFFLINE");
    }

    private static void pictures(Page page, String name) {
        picture(page, name + "-1366");
        page.setViewportSize(390, 844);
        assertAccessible(page);
        picture(page, name + "-390");
        page.setViewportSize(1366, 768);
    }

    private static String presence(String advisor) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select presence from advisor where username = '" + advisor + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
