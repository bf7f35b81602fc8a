package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Procedures AVC and AVE from signing in to signing out by somebody who has no mouse: only keys, and nothing is filled in. */
class KeyboardIT extends BrowserTest {

    private static final int KEYS_FROM_END_TO_AVAILABLE = 3;

    @BeforeEach
    void noticeAnyMouse() {
        page.addInitScript("addEventListener('pointerdown', () => sessionStorage.setItem('mouse', 'used'), true);");
    }

    @AfterEach
    void noMouseWasUsed() {
        assertThat(page.evaluate("sessionStorage.getItem('mouse')")).isNull();
    }

    @Test
    void aChatFromSigningInToSigningOut() throws Exception {
        signInAndBecomeAvailable("asesora42");
        CitizenChat citizen = CitizenChat.begun();
        citizen.writes("m1", "Buenas tardes, ¿cómo pido una copia del acta de nacimiento?");
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        press("Control+Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(1);
        assertThat(page.locator("#head .head-line")).hasAttribute("data-channel", "CHAT");
        press("r");
        assertThat(page.locator("#reply")).isFocused();

        type("/");
        assertThat(page.locator("#templates")).isVisible();
        press("ArrowDown", "Enter");
        assertThat(page.locator("#reply")).not().hasValue("/");
        press("Enter");
        assertThat(page.locator("#talk .line.advisor")).not().hasCount(0);
        press("F2");
        type("acta nacimiento");
        page.waitForSelector(".hit");
        press("ArrowDown", "ArrowRight");
        assertThat(page.locator("#entry .entry-read")).isVisible();
        press("F2", "Enter");
        assertThat(page.locator("#reply")).isFocused();
        assertThat(page.locator("#reply")).not().hasValue("");
        String answer = page.locator("#reply").inputValue();
        press("Enter");
        page.waitForCondition(() -> page.locator("#talk").textContent().contains(answer.substring(0, 20)));

        press("Alt+KeyN");
        type("Pidió también el costo");
        press("Alt+Enter");
        assertThat(page.locator("#talk .line.note")).containsText("Pidió también el costo");
        press("Alt+KeyW");
        assertThat(page.locator("#head .head-line")).hasAttribute("data-state", "WAITING_FOR_CITIZEN");
        press("Alt+KeyW");
        assertThat(page.locator("#head .head-line")).hasAttribute("data-state", "IN_PROGRESS");
        press("F9");
        assertThat(page.locator("#abuse-go")).isFocused();
        press("Escape");
        press("Alt+KeyR");
        reach("[data-act=citizen]");
        press("Enter");
        assertThat(page.locator("#citizen-name")).isFocused();
        type("Rosa Inventada");
        reach("[data-act=identify]");
        press("Enter");
        assertThat(page.locator("#contacts .contact-name")).hasText("Rosa Inventada");
        reach("#topic");
        press("ArrowDown");
        assertThat(page.locator("#topic")).isFocused();
        press("Alt+KeyS");
        reach("#steps");

        endAndBeAvailableAgain();
        signOut();
        assertThat(CitizenChat.texts(citizen.view(0))).anyMatch(text -> text.startsWith(answer.substring(0, 20)));
    }

    @Test
    void aChatWithoutAnAnswerEndsWithThreeKeysToo() throws Exception {
        signInAndBecomeAvailable("asesora31");
        CitizenChat.begun().writes("m1", "¿Hay alguien?");
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        press("Control+Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(1);

        press("F4");
        assertThat(page.locator("#disposition")).isFocused();
        press("l"); // La persona se fue
        assertThat(page.locator("#disposition")).not().hasValue("");
        press("Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(0);
        assertThat(page.locator(".presence-now")).hasAttribute("data-presence", "AVAILABLE");
        press("Alt+KeyP");
        assertThat(page.locator(".pause .choice").first()).isFocused();
        reach(".pause [data-act=leave]");
        press("Enter");
        assertThat(page.locator(".presence-now")).hasAttribute("data-presence", "OFFLINE");
        signOut();
    }

    @Test
    void aMailFromSigningInToSigningOut() throws Exception {
        page.onFileChooser(chooser -> chooser.setFiles(new FilePayload(
                "requisitos.pdf", "application/pdf", "%PDF-1.7 Requisitos".getBytes(StandardCharsets.US_ASCII))));
        signInAndBecomeAvailable("asesora29");
        CitizenMailbox mailbox = CitizenMailbox.ofTheDemo();
        String id = "<" + UUID.randomUUID() + "@citizen.example.org>";
        mailbox.send("Message-ID: " + id + "\nFrom: Rosa Inventada <ciudadana@example.org>\nTo: catgem@catgem.local\n"
                + "Subject: Acta\n\nMi clave es XEXX010101. Que necesito para el acta de nacimiento?");
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        press("Control+Enter");
        assertThat(page.locator("#contacts .contact")).hasCount(1);
        assertThat(page.locator("#head .head-line")).hasAttribute("data-channel", "EMAIL");

        reach("#talk [data-act=sensitive]");
        press("Enter");
        assertThat(page.locator("#passage")).isFocused();
        press("Control+Home");
        for (int i = 0; i < "Mi clave es ".length(); i++) {
            press("ArrowRight");
        }
        for (int i = 0; i < "XEXX010101".length(); i++) {
            press("Shift+ArrowRight");
        }
        reach("#passage-go");
        press("Enter");
        assertThat(page.locator("#talk .covered")).hasText("█████");
        reach("#talk .covered");
        press("Enter");
        assertThat(page.locator("#talk .covered")).hasText("XEXX010101");

        press("F2");
        type("acta nacimiento");
        page.waitForSelector(".hit");
        press("Enter");
        assertThat(page.locator("#reply")).isFocused();
        type(" Atentamente, CATGEM");
        reach("#attach");
        press("Enter");
        assertThat(page.locator("#drafted li")).containsText("requisitos.pdf");
        assertThat(page.locator("#drafted progress")).hasCount(0);
        reach("#cc-toggle");
        press("Enter");
        assertThat(page.locator("#cc")).isFocused();
        String sister = "hermana-" + UUID.randomUUID() + "@example.org";
        type(sister);
        assertThat(page.locator("#cc-warning")).isVisible();
        reach("#send");
        press("Enter");
        assertThat(page.locator("#talk .line.advisor")).containsText("Atentamente, CATGEM");
        until(page, () -> answered(mailbox, id));
        until(page, () -> CitizenMailbox.of(sister).count() == 1);

        endAndBeAvailableAgain();
        signOut();
    }

    private static boolean answered(CitizenMailbox mailbox, String id) {
        try {
            List<String> mails = mailbox.all();
            return mails.stream()
                    .anyMatch(mail -> mail.contains("In-Reply-To: " + id) && mail.contains("requisitos.pdf"));
        } catch (IOException e) {
            throw new IllegalStateException("the citizen's mailbox cannot be read", e);
        }
    }

    private void signInAndBecomeAvailable(String account) {
        page.navigate(RunningCentre.address("").toString());
        assertThat(page.locator("#j_username")).isFocused();
        type(account);
        press("Tab");
        type("catgem-demo");
        press("Enter");
        becomeAvailable(page);
    }

    private void endAndBeAvailableAgain() {
        List<String> keys = List.of("F4", "Enter");
        assertThat(keys).hasSizeLessThanOrEqualTo(KEYS_FROM_END_TO_AVAILABLE);
        press(keys.get(0));
        assertThat(page.locator("#close-now")).isFocused();
        press(keys.get(1));
        assertThat(page.locator("#contacts .contact")).hasCount(0);
        assertThat(page.locator(".presence-now")).hasAttribute("data-presence", "AVAILABLE");
        assertThat(page.locator(".presence-next")).hasCount(0);
    }

    private void signOut() {
        reach(".tools details.menu summary");
        press("Enter");
        reach("#logout");
        press("Enter");
        assertThat(page).hasURL(Pattern.compile("login\\.xhtml"));
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private void reach(String selector) {
        tabTo(page, selector);
        Locator reached = page.locator(selector).first();
        assertThat((Boolean) reached.evaluate("e => getComputedStyle(e).outlineStyle !== 'none'"
                        + " || getComputedStyle(e).boxShadow !== 'none'"))
                .as("the focus is seen at %s", selector)
                .isTrue();
    }
}
