package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A contact given on at the desk, by keyboard: warm and cold to a colleague, and to a topic; and a mail written first. */
class TransferIT extends BrowserTest {

    private static final CitizenMailbox MAILBOX = CitizenMailbox.ofTheDemo();

    @Test
    void aColleagueIsAskedInAndGoesOn() throws Exception {
        try (BrowserContext colleagues = newSession()) {
            CitizenChat citizen = aChat("asesora17", "¿Dónde pago el predial de Metepec?");
            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora18");

            openTheSheet("WARM");
            tabTo(page, "#transfer-to");
            for (int i = 0; i < 10 && !page.locator("#transfer-to").inputValue().equals("asesora18"); i++) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("Tab");
            page.keyboard().type("¿Lo toma usted? Es de Metepec");
            pictures(page, "transfer-person-es");
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("#head .asked")).containsText("todavía no responde");
            assertThat(page.locator("#transfer-sheet")).isHidden();
            picture(page, "transfer-asked-es-1366");
            colleague.waitForSelector(".offer");
            assertThat(colleague.locator(".offer-what")).containsText("¿Lo toma usted? Es de Metepec");
            picture(colleague, "transfer-offer-es-1366");
            assertAccessible(colleague); // an offer does not wait for more than that
            colleague.keyboard().press("Control+Enter");
            colleague.waitForSelector("#joined-sheet[open]");
            assertThat(colleague.locator("#joined-talk")).containsText("predial de Metepec");
            pictures(colleague, "transfer-joined-es");
            assertThat(colleague.locator("#joined-words")).isFocused();
            colleague.keyboard().type("Sí, páselo");
            colleague.keyboard().press("Alt+Enter");
            assertThat(page.locator("#talk .line.note").last()).containsText("Sí, páselo");
            assertThat(page.locator("#talk .line.event").last()).containsText("Entró a la atención");
            assertThat(page.locator("#head .asked")).containsText("está en la atención");
            pictures(page, "transfer-talk-es");

            colleague.keyboard().press("Escape");
            page.keyboard().press("Alt+KeyN");
            page.keyboard().type("Gracias, va");
            page.keyboard().press("Alt+Enter");
            assertThat(colleague.locator("#joined-new")).isVisible();
            colleague.setViewportSize(390, 844);
            colleague.locator("[data-column=left]").click();
            assertAccessible(colleague);
            picture(colleague, "transfer-joined-list-es-390");
            colleague.setViewportSize(1366, 768);
            picture(colleague, "transfer-joined-list-es-1366");

            page.keyboard().press("Alt+KeyT");
            assertThat(page.locator("[data-act=transfer-complete]")).isFocused();
            page.keyboard().press("Enter");
            // First what goes by itself.
            assertThat(page.locator("#toasts")).containsText("se transfirió");
            assertThat(colleague.locator("#toasts")).containsText("es suya ahora");
            assertThat(page.locator("#contacts .contact")).hasCount(0);
            assertThat(colleague.locator("#contacts .contact")).hasCount(1);
            assertThat(colleague.locator("#joined .handed")).hasCount(0);
            assertThat(colleague.locator("#handed")).containsText("¿Lo toma usted? Es de Metepec");
            assertThat(citizen.view(0)).contains("Otra persona de CATGEM").doesNotContain("páselo");
            colleague.locator("[data-act=handed]").click();
            assertThat(colleague.locator("#head [data-contact]")).hasCount(1);
            closeAndLeave(colleague);
            leave(page);
        }
    }

    @Test
    void whoIsAskedInMayDeclineOrLeaveAndTheContactStays() throws Exception {
        try (BrowserContext colleagues = newSession()) {
            aChat("asesora21", "¿Cuánto cuesta la verificación?");
            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora22");

            askIn("asesora22");
            colleague.waitForSelector(".offer");
            colleague.locator(".offer [data-focus=reject]").click();
            colleague.locator(".offer [data-reason=FINISHING_OTHER]").click();
            assertThat(page.locator("#head .asked")).hasCount(0);
            assertThat(page.locator("#talk .line.event").last()).containsText("No puede tomarla");
            pictures(page, "transfer-declined-es");

            askIn("asesora22");
            colleague.waitForSelector(".offer");
            colleague.keyboard().press("Control+Enter");
            colleague.waitForSelector("#joined-sheet[open]");
            colleague.locator("[data-act=step-out]").click();
            assertThat(colleague.locator("#joined-sheet")).isHidden();
            assertThat(page.locator("#talk .line.event").last()).containsText("Salió de la atención");

            askIn("asesora22");
            colleague.waitForSelector(".offer");
            assertAccessible(page);
            page.locator("[data-act=transfer-back]").click();
            assertThat(colleague.locator(".offer")).hasCount(0);
            assertThat(page.locator("#head .asked")).hasCount(0);
            assertThat(page.locator("#talk .line.event").last()).containsText("Se canceló la invitación");
            assertThat(page.locator("#contacts .contact")).hasCount(1);
            leave(colleague);
            closeAndLeave(page);
        }
    }

    @Test
    void whatCannotBeIsSaidOnTheSheetAndNothingIsLost() throws Exception {
        try (BrowserContext colleagues = newSession();
                Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into topic values ('UNSERVED', 'Minas de sal', 'Salt mines') on conflict do nothing");
            aChat("asesora23", "¿Quién me ayuda?");
            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora24");

            openTheSheet("TOPIC");
            assertThat(page.locator("#transfer-topic option[value=UNSERVED]")).isDisabled();
            assertThat(page.locator("#transfer-topic option[value=UNSERVED]")).containsText("nadie capacitado");
            choose("COLD");
            assertThat(page.locator("#transfer-to option[value=asesora23]")).hasCount(0);
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("#transfer-refused")).containsText("Falta a quién");
            assertThat(page.locator("#transfer-to")).isFocused();
            page.locator("#transfer-to").selectOption("asesora24");
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("#transfer-refused")).containsText("Escriba una nota");
            assertThat(page.locator("#transfer-note")).isFocused();
            assertThat(page.locator("#transfer-to")).hasValue("asesora24");
            pictures(page, "transfer-refused-es");

            leave(colleague);
            page.keyboard().type("Sabe de esto");
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("#transfer-refused")).containsText("ya no está disponible");
            assertThat(page.locator("#transfer-note")).hasValue("Sabe de esto");
            assertThat(page.locator("#transfer-sheet option[value=asesora24]")).hasCount(0);
            pictures(page, "transfer-gone-es");
            page.keyboard().press("Escape");
            assertThat(page.locator("#contacts .contact")).hasCount(1);
            closeAndLeave(page);
        } finally {
            forgetTheTopic();
        }
    }

    @Test
    void straightToAColleagueWhoTakesItFromTheOffer() throws Exception {
        try (BrowserContext colleagues = newSession()) {
            aChat("asesora25", "Es por mi CURP");
            inEnglish(page);
            Page colleague = colleagues.newPage();
            takeTheDesk(colleague, "asesora26");
            openTheSheet("COLD");
            page.locator("#transfer-to").selectOption("asesora26");
            page.locator("#transfer-note").fill("Knows about it");
            pictures(page, "transfer-person-en");
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("#toasts")).containsText("was transferred");
            assertThat(page.locator("#contacts .contact")).hasCount(0);
            assertThat(colleague.locator(".offer-what")).containsText("Knows about it");
            colleague.keyboard().press("Control+Enter");
            assertThat(colleague.locator("#contacts .contact")).hasCount(1);
            closeAndLeave(colleague);
            leave(page);
        }
    }

    @Test
    void toATopicWhereItWaitsWithItsAgeAndTheCitizenIsTold() throws Exception {
        CitizenChat citizen = aChat("asesora19", "Es por mi licencia");
        openTheSheet("TOPIC");
        pictures(page, "transfer-topic-es");
        page.keyboard().press("Escape");
        inEnglish(page);
        openTheSheet("TOPIC");
        pictures(page, "transfer-topic-en");
        page.locator("#transfer-topic").selectOption("LICENCIAS");
        page.locator("#transfer-note").fill("Needs the requirements");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(0);
        assertThat(citizen.view(0)).contains("Otra persona de CATGEM");
        leave(page);
    }

    @Test
    void aMailIsWrittenFirstOnTheMatter() throws Exception {
        aChat("asesora20", "Avíseme por correo");
        page.keyboard().press("Alt+KeyO");
        page.waitForSelector("#write-sheet[open]");
        assertThat(page.locator("#write-subject")).isFocused();
        page.keyboard().type("Su acta está lista");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#write-refused")).containsText("no dio un correo");
        pictures(page, "write-es");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+KeyR");
        page.locator("[data-act=citizen]").click();
        page.locator("#citizen-email").fill("ciudadana@example.org");
        page.locator("[data-act=identify]").click();
        assertThat(page.locator("#citizen-sheet")).isHidden();

        page.keyboard().press("Alt+KeyO");
        page.locator("#write-folio").fill("nada");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#write-refused")).containsText("no existe");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+KeyO");
        assertThat(page.locator("#write-subject")).hasValue("Su acta está lista");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#head .head-line")).hasAttribute("data-channel", "EMAIL");
        assertThat(page.locator("#contacts .contact")).hasCount(2);
        assertThat(page.locator("#reply")).isFocused();
        page.keyboard().type("Puede pasar por ella. escrito-primero");
        pictures(page, "write-mail-es");
        assertThat(page.locator("#reply")).isFocused();
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#talk .line.advisor")).containsText("escrito-primero");
        until(page, this::hasArrived);
        page.keyboard().press("F4");
        page.waitForSelector("#close-sheet[open]");
        page.locator("#disposition").selectOption("INFORMATION_GIVEN");
        page.locator("#close-now").click();
        assertThat(page.locator("#contacts .contact")).hasCount(1);
        closeAndLeave(page);
        page.keyboard().press("F1");
        assertThat(page.locator("#keys-sheet")).containsText("Transferir la atención");
        assertThat(page.locator("#keys-sheet")).containsText("Correo nuevo a una persona usuaria");
        picture(page, "transfer-keys-es-1366");
    }

    private boolean hasArrived() {
        try {
            return MAILBOX.all().stream()
                    .anyMatch(mail -> mail.contains("escrito-primero") && !mail.contains("In-Reply-To:"));
        } catch (IOException e) {
            throw new IllegalStateException("the citizen's mailbox cannot be read", e);
        }
    }

    /** A contact in hand that asks nothing else. */
    private CitizenChat aChat(String advisor, String words) throws Exception {
        takeTheDesk(page, advisor);
        CitizenChat citizen = CitizenChat.begun();
        citizen.writes("m1", words);
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(1);
        return citizen;
    }

    private void openTheSheet(String kind) {
        page.waitForSelector("html[data-socket=open] #head [data-act=transfer]");
        page.keyboard().press("Alt+KeyT");
        page.waitForSelector("#transfer-sheet[open]");
        choose(kind);
    }

    private void choose(String kind) {
        for (int i = 0; i < 3; i++) {
            if (page.locator("[name=transfer-kind][value=" + kind + "]").isChecked()) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator("[name=transfer-kind][value=" + kind + "]")).isChecked();
    }

    private void askIn(String colleague) {
        openTheSheet("WARM");
        page.locator("#transfer-to").selectOption(colleague);
        page.locator("#transfer-note").fill("¿Lo sabe usted?");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#head .asked")).isVisible();
    }

    private static void forgetTheTopic() throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update topic set active = false where code = 'UNSERVED'");
        }
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
