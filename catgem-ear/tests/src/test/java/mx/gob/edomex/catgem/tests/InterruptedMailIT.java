package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A chat comes while the advisor's hands are full of mails: one makes room, and its draft is there when it goes on. */
class InterruptedMailIT extends BrowserTest {
    private static final String PAUSED = "#contacts .contact:has(.pi-pause)";
    private static final String DRAFT = "Le informo que el acta cuesta";

    @Test
    void aMailMakesRoomForAChatAndGoesOnWithItsDraft() throws Exception {
        takeTheDesk(page, "asesora43");
        for (int i = 1; i <= 3; i++) {
            accept(i);
            page.locator("#reply").fill(DRAFT + " " + i);
            page.waitForSelector("#saved:has-text('Borrador guardado')");
        }
        String mail = openContact();
        CitizenChat.begun().writes(UUID.randomUUID().toString(), "Buenas tardes, tengo una duda");
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.waitForSelector(PAUSED);
        Locator paused = page.locator(PAUSED);
        assertThat(paused).hasCount(1);
        assertThat(paused).containsText("En pausa");
        assertThat(paused).containsText("Acta 3");
        picture(page, "interrupted-offer");

        page.keyboard().press("Control+Enter");
        page.waitForSelector("#head [data-channel=CHAT]");
        String chat = openContact();
        open(mail);
        page.waitForSelector("#head .interrupted");
        assertThat(page.locator("#reply")).hasValue(DRAFT + " 3");
        assertThat(page.locator("#head .answer-clock")).hasCount(0);
        assertAccessible(page);
        picture(page, "interrupted-mail-es");
        page.locator("#send").click();
        assertThat(page.locator(".toast")).containsText("termine una para retomar esta");
        assertThat(page.locator("#reply")).hasValue(DRAFT + " 3");
        inBothLanguagesAndSizes(mail);

        open(chat);
        page.waitForSelector("#head [data-channel=CHAT]");
        close();
        assertThat(paused).hasCount(0);
        open(mail);
        assertThat(page.locator("#head .mail-subject")).containsText("Acta 3");
        assertThat(page.locator("#reply")).hasValue(DRAFT + " 3");
        assertThat(page.locator("#head .interrupted")).hasCount(0);
        assertThat(page.locator("#head .answer-clock")).hasCount(1);
    }

    @AfterEach
    void leaveTheDesk() {
        page.setViewportSize(1366, 768);
        while (!openContact().isEmpty()) {
            close();
        }
        leave(page);
    }

    private void inBothLanguagesAndSizes(String mail) {
        look(mail, "es", 390);
        look(mail, "en", 390);
        assertThat(page.locator("#head .interrupted")).containsText("made room");
        look(mail, "en", 1366);
        look(mail, "es", 1366);
    }

    private void look(String mail, String language, int width) {
        page.setViewportSize(width, width < 500 ? 844 : 768);
        page.context()
                .addCookies(List.of(new Cookie("catgem_language", language)
                        .setUrl(RunningCentre.address("").toString())));
        page.reload();
        // The page opens by itself what was open before.
        page.waitForSelector("html[data-socket=open] #head .interrupted");
        if (width < 500) {
            page.locator("[data-column=left]").click();
            page.waitForSelector(PAUSED);
            picture(page, "interrupted-contacts-" + language + "-" + width);
        }
        open(mail);
        page.waitForSelector("#head .interrupted");
        assertAccessible(page);
        picture(page, "interrupted-mail-" + language + "-" + width);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private void open(String contact) {
        page.locator("[data-act=open][data-contact='" + contact + "']").click();
    }

    private void accept(int number) throws IOException {
        CitizenMailbox.ofTheDemo()
                .send(
                        """
                        Message-ID: <%s@citizen.example.org>
                        From: Rosa Inventada <ciudadana@example.org>
                        To: catgem@catgem.local
                        Subject: Acta %d

                        Buen dia, que necesito para el acta?
                        """
                                .formatted(UUID.randomUUID(), number));
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.keyboard().press("Control+Enter");
        page.waitForSelector("#head .mail-subject:has-text('Acta " + number + "')");
        assertThat(page.locator("#contacts .contact")).hasCount(number);
    }

    private void close() {
        String contact = openContact();
        page.keyboard().press("F4");
        page.waitForSelector("#close-sheet[open]");
        page.locator("#disposition").selectOption("INFORMATION_GIVEN");
        page.locator("#close-now").click();
        page.waitForCondition(() -> !openContact().equals(contact));
    }

    private String openContact() {
        return (String) page.evaluate("document.querySelector('#head [data-contact]')?.dataset.contact ?? ''");
    }
}
