package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An advisor at the desk and citizens at the chat, each in a browser of their own. */
class DeskIT extends BrowserTest {
    private static final int PATIENCE = 60_000;

    private final List<BrowserContext> outside = new ArrayList<>();

    @BeforeEach
    void takeTheDesk() {
        takeTheDesk(page, "asesora40");
    }

    @AfterEach
    void leaveTheDesk() {
        while (page.locator("#head [data-contact]").count() > 0) {
            String contact = openContact();
            closeWith("CITIZEN_LEFT");
            waitUntilNotOpen(contact);
        }
        page.locator(".pause summary").click();
        page.locator("[data-presence=OFFLINE].choice").click();
        outside.forEach(BrowserContext::close);
    }

    @Test
    void aChatIsAnsweredFromKnowledgeAndClosedWithTwoKeys() {
        Page citizen = chat("Buenas tardes, ¿qué necesito para una copia del acta de nacimiento?");
        accept(citizen);
        assertAccessible(page);

        page.keyboard().press("F2");
        page.keyboard().type("acta nacimiento");
        page.waitForSelector(".hit");
        assertAccessible(page);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.locator("#reply").inputValue().length() > 20);
        assertThat(page.locator("#reply")).isFocused();
        String answer = page.locator("#reply").inputValue();
        page.keyboard().press("Enter");
        assertThat(citizen.locator("#log")).containsText(answer);
        assertThat(page.locator("#reply")).hasValue("");

        String contact = openContact();
        page.keyboard().press("F4");
        assertThat(page.locator("#close-now")).isFocused();
        assertAccessible(page);
        page.keyboard().press("Enter");
        waitUntilNotOpen(contact);
        assertThat(page.locator(".presence-now")).hasAttribute("data-presence", "AVAILABLE");
    }

    @Test
    void anOfferNeverTakesTheFocusNorALetterOfWhatIsBeingWritten() {
        accept(chat("Primera pregunta"));
        String first = openContact();
        page.locator("#reply").click();
        page.keyboard().type("Con gusto ");
        Page second = chat("Segunda pregunta");
        page.waitForSelector(".offer", patience());
        page.keyboard().type("le ayudo");

        assertThat(page.locator("#reply")).isFocused();
        assertThat(page.locator("#reply")).hasValue("Con gusto le ayudo");
        assertAccessible(page);

        accept(second);
        assertThat(page.locator("#reply")).hasValue("");
        page.locator("[data-focus='open-" + first + "']").click();
        assertThat(page.locator("#reply")).hasValue("Con gusto le ayudo");
    }

    @Test
    void aDraftSurvivesAReload() {
        accept(chat("¿Dónde renuevo mi licencia?"));
        page.locator("#reply").click();
        page.keyboard().type("Puede renovarla en cualquier módulo");
        assertThat(page.locator("#saved")).containsText("guardado");
        page.evaluate("sessionStorage.clear()"); // as on another machine: only the centre's copy is left
        page.reload();
        assertThat(page.locator("#reply")).hasValue("Puede renovarla en cualquier módulo");
    }

    @Test
    void anAdvisorWaitsForTheCitizenWhoseNextWordBringsTheChatBack() {
        Page citizen = chat("¿Me espera un momento?");
        accept(citizen);
        page.keyboard().press("Alt+KeyW");
        assertThat(page.locator("#head .head-line")).hasAttribute("data-state", "WAITING_FOR_CITIZEN");
        assertThat(page.locator(".contacts .waits")).containsText("Espera respuesta");
        assertAccessible(page);
        citizen.locator("#write").fill("Ya volví");
        assertThat(page.locator("#typing")).containsText("está escribiendo");
        citizen.locator("#send").click();
        assertThat(page.locator("#head .head-line")).hasAttribute("data-state", "IN_PROGRESS");
        page.locator("[data-act=await]").click();
        page.locator("[data-act=resume]").click();
        assertThat(page.locator("#head .head-line")).hasAttribute("data-state", "IN_PROGRESS");
    }

    @Test
    void aFileReachesTheCitizenWithoutAWordAndTheCitizenSeesTheAdvisorWrite() {
        Page citizen = chat("¿Tiene el formato?");
        accept(citizen);
        page.locator("#file").setInputFiles(new FilePayload("formato.png", "image/png", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0
        }));
        assertThat(page.locator("#drafted li")).containsText("formato.png");
        assertThat(page.locator("#drafted progress")).hasCount(0);
        page.locator("#send").click();
        assertThat(citizen.locator("#log .file")).containsText("formato.png");
        page.locator("#reply").pressSequentially("Aquí está");
        assertThat(citizen.locator("#typing")).containsText("está escribiendo");
        assertAccessible(citizen);
    }

    @Test
    void whatACitizenWritesIsShownAsText() {
        Page citizen = chat("<img src=x onerror=alert(1)><b>hola</b>");
        page.onDialog(dialog -> fail("a citizen's text ran as a script"));
        accept(citizen);
        assertThat(page.locator("#talk")).containsText("<img src=x onerror=alert(1)><b>hola</b>");
        assertThat(page.locator("#talk .words b").count()).isZero();
    }

    @Test
    void everyDialogAndEveryWidthIsAccessible() {
        accept(chat("Necesito ayuda"));
        for (String tab : List.of("Alt+KeyR", "Alt+KeyS")) {
            page.keyboard().press(tab);
            assertAccessible(page);
        }
        page.keyboard().press("Alt+KeyR");
        page.locator("[data-act=citizen]").click();
        assertAccessibleSheet("citizen-sheet");
        for (String[] sheet : new String[][] {{"F1", "keys-sheet"}, {"F8", "emergency-sheet"}, {"F9", "abuse-sheet"}}) {
            page.keyboard().press(sheet[0]);
            assertAccessibleSheet(sheet[1]);
        }
        page.locator("[data-opens=sound-sheet]").click();
        assertAccessibleSheet("sound-sheet");
        page.locator("#reply").click();
        page.keyboard().type("/");
        page.waitForSelector("#templates li");
        assertAccessible(page);
        page.keyboard().press("Escape");
        page.locator("#reply").fill("");
        for (int width : new int[] {390, 320}) {
            page.setViewportSize(width, 844);
            for (String column : List.of("left", "centre", "right")) {
                page.locator("[data-column=" + column + "]").click();
                assertAccessible(page);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as("sideways scrolling at %d px", width)
                        .isLessThanOrEqualTo(0);
                shoot("desk-" + width + "-" + column);
            }
        }
        page.setViewportSize(1366, 768);
    }

    private void assertAccessibleSheet(String id) {
        page.waitForSelector("#" + id + "[open]");
        assertAccessible(page);
        shoot("desk-" + id);
        page.keyboard().press("Escape");
        page.waitForSelector("#" + id, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private Page chat(String text) {
        BrowserContext citizens = newSession();
        outside.add(citizens);
        Page citizen = citizens.newPage();
        citizen.navigate(RunningCentre.address("chat/").toString());
        assertThat(citizen.locator("#notice-short")).not().isEmpty();
        citizen.locator("#accept").click();
        citizen.locator("#write").fill(text);
        citizen.locator("#send").click();
        citizen.waitForSelector("#folio:not([hidden])");
        return citizen;
    }

    /** Accepts until the citizen's own contact is open; what other tests left waiting is older and comes first. */
    private void accept(Page citizen) {
        String folio = citizen.locator("#folio-value").textContent().strip();
        for (int tries = 0; tries < 20; tries++) {
            String before = openContact();
            page.waitForSelector(".offer", patience());
            page.keyboard().press("Control+Enter");
            waitUntilNotOpen(before);
            if (page.locator(".head-facts").textContent().contains(folio)) {
                return;
            }
            String other = openContact();
            closeWith("CITIZEN_LEFT");
            waitUntilNotOpen(other);
        }
        fail("the contact " + folio + " was never offered");
    }

    private String openContact() {
        return (String) page.evaluate("document.querySelector('#head [data-contact]')?.dataset.contact ?? ''");
    }

    private void closeWith(String disposition) {
        page.keyboard().press("F4");
        page.waitForSelector("#close-sheet[open]");
        page.locator("#disposition").selectOption(disposition);
        page.locator("#close-now").click();
        page.waitForSelector("#close-sheet", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Asked from outside: the page's policy lets nobody evaluate text in it. */
    private void waitUntilNotOpen(String contact) {
        page.waitForCondition(() -> !openContact().equals(contact));
    }

    private static Page.WaitForSelectorOptions patience() {
        return new Page.WaitForSelectorOptions().setTimeout(PATIENCE);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
