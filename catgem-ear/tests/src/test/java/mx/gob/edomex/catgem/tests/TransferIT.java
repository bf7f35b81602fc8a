package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A contact given on at the desk, by keyboard: warm to a colleague and cold to a topic; and a mail written first. */
class TransferIT extends BrowserTest {

    private static final CitizenMailbox MAILBOX = CitizenMailbox.ofTheDemo();

    @Test
    void aColleagueIsAskedInAndGoesOn() throws Exception {
        try (BrowserContext colleagues = newSession()) {
            CitizenChat citizen = aChat("asesora17", "¿Dónde pago el predial de Metepec?");
            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora18");

            page.keyboard().press("Alt+KeyT");
            page.waitForSelector("#transfer-sheet[open]");
            pictures(page, "transfer-topic-es");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[name=transfer-kind][value=WARM]")).isChecked();
            page.locator("[data-act=transfer-go]").click();
            assertThat(page.locator("#transfer-refused")).isVisible();
            page.locator("#transfer-to").selectOption("asesora18");
            page.locator("#transfer-note").fill("¿Lo toma usted? Es de Metepec");
            pictures(page, "transfer-person-es");
            page.locator("[data-act=transfer-go]").click();
            assertThat(page.locator("#head .asked")).containsText("todavía no responde");
            assertThat(page.locator("#transfer-sheet")).isHidden();
            pictures(page, "transfer-asked-es");

            colleague.waitForSelector(".offer");
            assertThat(colleague.locator(".offer-what")).containsText("¿Lo toma usted? Es de Metepec");
            pictures(colleague, "transfer-offer-es");
            colleague.keyboard().press("Control+Enter");
            colleague.waitForSelector("#joined-sheet[open]");
            assertThat(colleague.locator("#joined-talk")).containsText("predial de Metepec");
            pictures(colleague, "transfer-joined-es");
            colleague.locator("#joined-words").fill("Sí, páselo");
            colleague.locator("[data-act=joined-say]").click();
            assertThat(page.locator("#talk .line.note").last()).containsText("Sí, páselo");
            assertThat(page.locator("#head .asked")).containsText("está en la atención");
            pictures(page, "transfer-talk-es");

            page.locator("[data-act=transfer-complete]").click();
            assertThat(page.locator("#contacts .contact")).hasCount(0);
            assertThat(colleague.locator("#contacts .contact")).hasCount(1);
            assertThat(colleague.locator("#joined-sheet")).isHidden();
            assertThat(colleague.locator("#handed")).containsText("¿Lo toma usted? Es de Metepec");
            assertThat(citizen.view(0)).contains("Otra persona de CATGEM").doesNotContain("páselo");
            colleague.locator("[data-act=handed]").click();
            closeAndLeave(colleague);
        }
    }

    @Test
    void toATopicInEnglishAndTheCitizenIsTold() throws Exception {
        CitizenChat citizen = aChat("asesora19", "Es por mi licencia");
        page.locator("[data-language=en]").click();
        page.waitForSelector("html[data-socket=open]");
        page.locator("[data-act=transfer]").click();
        page.waitForSelector("#transfer-sheet[open]");
        pictures(page, "transfer-topic-en");
        page.locator("#transfer-topic").selectOption("LICENCIAS");
        page.locator("#transfer-note").fill("Needs the requirements");
        page.locator("[data-act=transfer-go]").click();
        assertThat(page.locator("#contacts .contact")).hasCount(0);
        assertThat(citizen.view(0)).contains("Otra persona de CATGEM");
    }

    @Test
    void aMailIsWrittenFirstOnTheMatter() throws Exception {
        aChat("asesora20", "Avíseme por correo");
        page.keyboard().press("Alt+KeyO");
        page.waitForSelector("#write-sheet[open]");
        page.locator("#write-subject").fill("Su acta está lista");
        page.locator("[data-act=write-go]").click();
        assertThat(page.locator("#write-refused")).containsText("no dio un correo");
        pictures(page, "write-es");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+KeyR");
        page.locator("[data-act=citizen]").click();
        page.locator("#citizen-email").fill("ciudadana@example.org");
        page.locator("[data-act=identify]").click();
        assertThat(page.locator("#citizen-sheet")).isHidden();

        page.keyboard().press("Alt+KeyO");
        page.locator("#write-subject").fill("Su acta está lista");
        page.locator("[data-act=write-go]").click();
        assertThat(page.locator("#head .head-line")).hasAttribute("data-channel", "EMAIL");
        assertThat(page.locator("#contacts .contact")).hasCount(2);
        page.locator("#reply").fill("Puede pasar por ella. escrito-primero");
        pictures(page, "write-mail-es");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#talk .line.advisor")).containsText("escrito-primero");
        page.waitForCondition(this::hasArrived, new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    private boolean hasArrived() {
        try {
            return MAILBOX.all().stream()
                    .anyMatch(mail -> mail.contains("escrito-primero") && !mail.contains("In-Reply-To:"));
        } catch (IOException e) {
            throw new IllegalStateException("the citizen's mailbox cannot be read", e);
        }
    }

    private CitizenChat aChat(String advisor, String words) throws Exception {
        takeTheDesk(page, advisor);
        CitizenChat citizen = CitizenChat.begun();
        citizen.writes("m1", words);
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(1);
        return citizen;
    }

    private static void pictures(Page page, String name) {
        assertAccessible(page);
        picture(page, name + "-1366");
        page.setViewportSize(390, 844);
        assertAccessible(page);
        picture(page, name + "-390");
        page.setViewportSize(1366, 768);
    }
}
