package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that nobody can read is put aside by the running centre; technical support deals with it. */
@ExtendWith(ArquillianExtension.class)
class DeadLettersIT extends BrowserTest {

    /** Sends what no part of the centre would. */
    @Deployment(testable = false)
    static WebArchive messages() {
        return ShrinkWrap.create(WebArchive.class, "catgem-messages.war").addClass(MessageServlet.class);
    }

    @Test
    void aMessageThatCannotBeReadIsTriedAgainThenThrownAwayAndBothAreOnRecord()
            throws IOException, InterruptedException {
        send("Buenas tardes, soy Juan");
        signIn(page, "soporte");
        Locator letters = awaitLetter();
        assertThat(letters.first()).containsText("fila.intake");
        assertThat(page.locator("main")).not().containsText("Juan");
        assertAccessible(page);

        page.locator("[name=letter]").first().check();
        page.locator("#reason").selectOption("TRY_AGAIN");
        page.locator("#send-back").click();
        assertThat(page.locator("#dead [role=status]")).containsText("reenviado a su cola");
        awaitLetter();
        page.locator("[name=letter]").first().check();
        page.locator("#reason").selectOption("UNREADABLE");

        try (BrowserContext other = newSession()) {
            Page late = other.newPage();
            signIn(late, "soporte");
            late.navigate(address("support.xhtml"));
            late.locator("[name=letter]").first().check();
            late.locator("#reason").selectOption("UNREADABLE");
            page.locator("[data-opens=discard-sheet]").click();
            assertThat(page.locator("#discard-sheet")).isVisible();
            assertAccessible(page);
            page.locator("#discard").click();
            assertThat(page.locator("#dead [role=status]")).containsText("descart");
            late.locator("#send-back").click();
            assertThat(late.locator("#dead [role=alert]")).isVisible();
        }
        assertThat(letters).hasCount(0);
        assertAccessible(page);
        page.navigate(address("changes.xhtml"));
        assertThat(page.locator(".changes-table")).containsText("Mensaje muerto reenviado");
        assertThat(page.locator(".changes-table")).containsText("Mensaje muerto descartado");
    }

    /** A broken message is read again at once; what is read from the broker is as of the page. */
    private Locator awaitLetter() {
        Locator letters = page.locator("#dead-letters tbody tr");
        page.waitForCondition(() -> {
            page.navigate(address("support.xhtml"));
            return letters.count() == 1;
        });
        return letters;
    }

    private static void send(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(RunningCentre.address("/catgem-messages/send?to=fila.intake"))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }
}
