package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails that no program could deal with, seen and decided by people. */
class QuarantineIT extends BrowserTest {
    private final String word = "z" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @BeforeEach
    void letNothingElseBeHeld() throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update mail_quarantine set state = 'DISMISSED', decided_at = now() where state = 'HELD'");
        }
    }

    @Test
    void aMailInQuarantineIsReadAsTextAndDismissed() throws Exception {
        page.onDialog(dialog -> fail("a mail in quarantine ran as a script"));
        hold();
        signIn(page, "coordinadora3");
        Locator review = review();
        assertAccessible(page);
        review.click();
        assertThat(page.locator("#review-heading")).hasText("Viene de la propia dirección del centro");
        assertThat(page.locator(".raw-mail")).containsText("<img src=x onerror=alert(1)> " + word);
        assertThat(page.locator(".raw-mail img")).hasCount(0);
        assertAccessible(page);
        page.setViewportSize(390, 844);
        assertAccessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "quarantine-390.png")));
        page.setViewportSize(1366, 768);

        String reviewed = page.url();
        page.locator("#dismiss").click();
        assertThat(page.locator("main .card[role=status]")).containsText("El correo se descartó");
        page.navigate(reviewed);
        assertThat(page.locator("#review-heading")).hasCount(0);
    }

    @Test
    void aMailInQuarantineIsOpenedAsAContactOfTheQueue() throws Exception {
        hold();
        signIn(page, "supervisora");
        review().click();
        assertThat(page.locator(".raw-mail")).containsText(word);
        page.locator("#open").click();
        assertThat(page.locator("main .card[role=status]")).containsText("pasó a la fila");
        page.waitForCondition(() -> {
            page.navigate(RunningCentre.address("contacts.xhtml?q=" + word).toString());
            return page.locator("table.contacts tbody tr").count() == 1;
        });
        assertThat(page.locator("table.contacts tbody tr")).containsText(word);
    }

    @Test
    void technicalSupportDecidesWithoutReadingAndAdvisorsDoNotDecide() throws Exception {
        hold();
        signIn(page, "soporte");
        review().click();
        assertThat(page.locator("#dismiss")).isVisible();
        assertThat(page.locator("main")).not().containsText(word);
        assertAccessible(page);
        page.locator("#dismiss").click();
        assertThat(page.locator("main .card[role=status]")).containsText("El correo se descartó");
        Page desk = newSession().newPage();
        signIn(desk, "asesora07");
        assertThat(desk.navigate(address()).status()).isEqualTo(403);
        desk.context().close();
    }

    private void hold() throws IOException {
        CitizenMailbox.ofTheDemo()
                .send(
                        """
                        Message-ID: <%s@example.org>
                        From: catgem@catgem.local
                        To: catgem@catgem.local
                        Subject: %s
                        Content-Type: text/html; charset=utf-8

                        <img src=x onerror=alert(1)> %s"""
                                .formatted(UUID.randomUUID(), word, word));
    }

    /** The link to this test's mail, once the mailbox has been read. */
    private Locator review() {
        Locator rows = page.locator("table.grid tbody tr");
        page.waitForCondition(() -> {
            page.navigate(address());
            return rows.count() > 0;
        });
        assertThat(rows.first()).containsText("Viene de la propia dirección");
        return rows.first().locator("a");
    }

    private static String address() {
        return RunningCentre.address("quarantine.xhtml").toString();
    }
}
