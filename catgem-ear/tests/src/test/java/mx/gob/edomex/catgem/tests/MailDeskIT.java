package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen writes a mail with a real mail server between; an advisor answers it on the desk. */
class MailDeskIT extends BrowserTest {
    private static final CitizenMailbox CITIZEN = CitizenMailbox.ofTheDemo();

    private final String messageId = "<" + UUID.randomUUID() + "@citizen.example.org>";

    @BeforeEach
    void takeTheDesk() {
        takeTheDesk(page, "asesora44");
    }

    @AfterEach
    void leaveTheDesk() {
        while (!openContact().isEmpty()) {
            String contact = openContact();
            page.keyboard().press("F4");
            page.waitForSelector("#close-sheet[open]");
            page.locator("#disposition").selectOption("INFORMATION_GIVEN");
            page.locator("#close-now").click();
            page.waitForCondition(() -> !openContact().equals(contact));
        }
        page.locator(".pause summary").click();
        page.locator("[data-presence=OFFLINE].choice").click();
    }

    @Test
    void aMailIsAnsweredFromTheDeskOnceToItsSenderOnlyAndInItsThread() throws Exception {
        accept("text/plain", "Buen dia, que necesito para el acta de nacimiento?\n\n> texto citado\n");
        assertThat(page.locator("#head .head-line")).hasAttribute("data-channel", "EMAIL");
        assertThat(page.locator(".mail-subject")).containsText("Acta para mi hija");
        assertAccessible(page);

        page.locator("[data-act=templates]").click();
        page.waitForSelector("#templates li");
        assertAccessible(page);
        page.keyboard().press("Enter");
        page.keyboard().press("F2");
        page.keyboard().type("acta nacimiento");
        page.waitForSelector(".hit");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.locator("#reply").inputValue().length() > 80);
        assertThat(page.locator("#reply")).isFocused();
        page.keyboard().type(" Atentamente, CATGEM prueba-una-vez");
        shoot("mail-answer");
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator("#talk .line.advisor")).containsText("prueba-una-vez");
        assertThat(page.locator("#steps [data-done=true]")).not().hasCount(0);

        until(page, () -> answers().size() == 1);
        page.waitForTimeout(3_000);
        assertThat(answers()).as("the answer came once").hasSize(1);
        String header = answers().get(0).split("\r\n\r\n", 2)[0];
        assertThat(header)
                .contains("To: ciudadana@example.org", "In-Reply-To: " + messageId, "References:")
                .doesNotContain("\r\nCc:", "Auto-Submitted");
        assertThat(answers().get(0)).doesNotContain("texto citado");
        page.keyboard().press("Alt+KeyS");
        assertThat(page.locator("#steps .step.PENDING[data-counts=true]").first())
                .isVisible();
        assertThat(page.locator("#steps")).not().containsText("Segunda lectura: pendiente");
    }

    @Test
    void aCopyGoesOnlyWhereTheAdvisorSaysAfterAWarning() throws Exception {
        accept("text/plain", "Con copia a mi hermana, por favor.");
        page.locator("#cc-toggle").click();
        assertThat(page.locator("#cc-warning")).isHidden();
        String sister = "hermana-" + UUID.randomUUID() + "@example.org";
        page.locator("#cc").fill("no es un correo");
        page.locator("#reply").fill("Con gusto, va la copia.");
        page.locator("#send").click();
        assertThat(page.locator(".toast")).containsText("Revise las direcciones de copia");
        page.locator("#cc").fill(sister);
        assertThat(page.locator("#cc-warning")).isVisible();
        assertAccessible(page);
        page.locator("#send").click();
        until(page, () -> answers().size() == 1);
        assertThat(answers().get(0)).contains("Cc: " + sister);
        until(page, () -> CitizenMailbox.of(sister).count() == 1);
    }

    @Test
    void filesLeaveWithTheAnswerAndWhatIsNotTakenSaysWhy() throws Exception {
        accept("text/plain", "Me envia los requisitos?");
        page.locator("#file").setInputFiles(new FilePayload[] {
            new FilePayload("requisitos.pdf", "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII)),
            new FilePayload("factura.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.US_ASCII)),
            new FilePayload("grande.pdf", "application/pdf", new byte[6 * 1024 * 1024])
        });
        assertThat(page.locator("#drafted .failed")).hasCount(2);
        assertThat(page.locator("#drafted")).containsText("Solo se envían PDF");
        assertThat(page.locator("#drafted")).containsText("más de 5 MB");
        assertAccessible(page);
        shoot("mail-files");
        assertThat(page.locator("#drafted progress")).hasCount(0);
        page.reload();
        assertThat(page.locator("#drafted li")).hasCount(1);
        page.locator("#reply").fill("Adjunto los requisitos.");
        page.locator("#send").click();
        until(page, () -> answers().size() == 1);
        assertThat(answers().get(0)).contains("requisitos.pdf").doesNotContain("factura");
        assertThat(page.locator("#drafted li")).hasCount(0);
    }

    @Test
    void picturesFromElsewhereLoadOnlyWhenAskedForAndTellNothingOfTheDesk() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Queue<String> told = new ConcurrentLinkedQueue<>();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            told.add(exchange.getRequestHeaders().get("Referer") + " "
                    + exchange.getRequestHeaders().get("Cookie"));
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            String picture = "http://localhost:" + elsewhere.getAddress().getPort() + "/pixel.png";
            accept("text/html", "<p>Vea la imagen</p><img src=\"" + picture + "\"><script>alert(1)</script>");
            assertThat(page.locator(".remote")).containsText("no se cargaron");
            page.locator("[data-act=images]").click();
            page.waitForSelector("#images-sheet[open]");
            assertAccessible(page);
            assertThat(asked).hasValue(0);
            page.locator("#images-go").click();
            page.waitForCondition(() -> asked.get() == 1);
            assertThat(told).containsExactly("null null");
            // No script runs in the frame, so neither axe nor an assertion can look inside; the browser's own tree can.
            assertThat(page.locator("#images-frame")).hasAttribute("sandbox", "");
            page.keyboard().press("Escape");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void aPassageIsCoveredByKeyboard() throws Exception {
        accept("text/plain", "Mi CURP es XEXX010101HNEXXXA4.");
        page.locator(".line.citizen .line-act").first().click();
        page.waitForSelector("#sensitive-sheet[open]");
        assertThat(page.locator("#passage-go")).isDisabled();
        page.locator("#passage").press("Control+Home");
        for (int i = 0; i < "Mi CURP es ".length(); i++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Shift+End");
        assertThat(page.locator("#passage-state")).containsText("XEXX010101");
        assertAccessible(page);
        page.locator("#passage-go").click();
        assertThat(page.locator("#talk .covered")).hasText("█████");
        assertThat(page.locator("#talk .line.citizen")).not().containsText("XEXX");
        assertAccessible(page);
        page.locator("#talk .covered").click();
        assertThat(page.locator("#talk .covered")).containsText("XEXX");
    }

    private void accept(String type, String body) throws IOException {
        CITIZEN.send(
                """
                Message-ID: %s
                From: Rosa Inventada <ciudadana@example.org>
                To: catgem@catgem.local
                Subject: Acta para mi hija
                MIME-Version: 1.0
                Content-Type: %s; charset=utf-8

                %s"""
                        .formatted(messageId, type, body));
        page.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.keyboard().press("Control+Enter");
        page.waitForSelector(
                "#head [data-channel=EMAIL]",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** What people wrote back to this test's mail. */
    private List<String> answers() {
        try {
            return CITIZEN.all().stream()
                    .filter(mail -> mail.contains("In-Reply-To: " + messageId) && !mail.contains("Auto-Submitted:"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the citizen's mailbox cannot be read", e);
        }
    }

    private String openContact() {
        return (String) page.evaluate("document.querySelector('#head [data-contact]')?.dataset.contact ?? ''");
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
