package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The whole life of a procedure as a document, by the people whose it is; and what is printed of it. */
class ProcedureManualIT extends BrowserTest {

    private static void english(Page page) {
        page.context()
                .addCookies(List.of(new Cookie("catgem_language", "en")
                        .setUrl(RunningCentre.address("").toString())));
    }

    private static String printed(Page page, String link) throws IOException {
        Download file = page.waitForDownload(() -> page.click(link));
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            return new PDFTextStripper().getText(document).replace("\n", " ").replaceAll(" +", " ");
        }
    }

    private static String idOf(Page page) {
        return page.url().replaceAll(".*[?&]id=", "").replaceAll("&.*", "");
    }

    private String proposed(String procedure) {
        open(page, "procedures.xhtml");
        page.locator("#procedures tr:has-text('" + procedure + "') .propose").click();
        assertThat(page.locator("#difference")).containsText("Nada: dicen lo mismo");
        return idOf(page);
    }

    private void spoilAndMend() {
        page.locator("#submit").click();
        assertThat(page.locator("#refused")).containsText("Escriba el motivo");
        page.locator("#reason").fill("Se pide responder antes");
        page.locator(".step-row:has-text('AVT-08') summary").click();
        page.locator("#step-8-limit").fill("0");
        page.locator("#step-8-before").fill("AVT-99");
        page.locator("#submit").click();
        assertThat(page.locator("#refused")).containsText("nadie podría trabajar");
        assertThat(page.locator("#check")).containsText("el límite es un número de segundos");
        assertThat(page.locator("#check")).containsText("AVT-99, que no es ningún paso");
        assertThat(page.locator("#step-8-limit")).hasAttribute("aria-invalid", "true");
        assertAccessible(page);
        picture(page, "proceduredraft-faults-es-1366");

        page.locator("#step-8-limit").fill("90");
        page.locator("#step-8-before").fill("AVT-07");
        page.locator("#add-step").click();
        page.locator("#step-13-code").fill("avt-13");
        page.locator("#step-13-act").selectOption("SECOND_READING");
        page.locator("#step-13-nameEs").fill("Repite lo esencial");
        page.locator("#step-13-nameEn").fill("Says the essential again");
        page.locator("#step-13-evidence").selectOption("DECLARATION");
        page.locator("[name=step-13-mandatory]").uncheck();
        page.locator(".step-row:has-text('AVT-12') summary").click();
        page.locator("#step-12-ordinal").fill("14");
        assertAccessible(page);
        page.locator("#save").click();
        assertThat(page.locator("#done")).containsText("Se guardó");
        assertThat(page.locator("#difference .change-ADDED")).containsText("AVT-13");
        assertThat(page.locator("#difference")).containsText("90 s");
        assertAccessible(page);
        picture(page, "proceduredraft-es-1366");
    }

    /** Somebody else typed over what was saved meanwhile: both texts are on the page, and then in the draft. */
    private void meetASecondEditor(String id) {
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "informacion2");
            open(second, "proceduredraft.xhtml?id=" + id);
            page.locator("#section-scope").fill("Todas las llamadas");
            page.locator("#section-purpose").fill("Uno");
            submit(page, "#save");
            assertThat(page.locator("#done")).isVisible();

            second.locator(".step-row:has-text('AVT-07') summary").click();
            second.locator("#step-7-limit").fill("60");
            second.locator("#section-purpose").fill("Otro");
            second.locator("#save").click();
            assertThat(second.locator("#meanwhile")).containsText("Aurelia Cárdenas Arriaga");
            assertThat(second.locator("#meanwhile")).containsText("Objetivo");
            assertThat(second.locator("#section-scope")).hasValue("Todas las llamadas");
            assertThat(second.locator("#section-purpose")).hasValue("Otro");
            assertThat(second.locator("#step-7-limit")).hasValue("60");
            assertAccessible(second);
            picture(second, "proceduredraft-meanwhile-es-1366");
            second.locator("#save").click();
            assertThat(second.locator("#done")).isVisible();
        }
    }

    @Test
    void aProcedureIsPreparedReviewedAuthorisedAndPrintedByThreePeople() throws IOException {
        signIn(page, "informacion1");
        open(page, "procedures.xhtml");
        assertThat(page.locator("#procedures tbody tr")).not().hasCount(0);
        assertThat(page.locator("#procedures tr:has-text('AVC')")).containsText("Propuesta");
        assertAccessible(page);
        picture(page, "procedures-es-1366");
        String id = proposed("AVT");
        spoilAndMend();
        meetASecondEditor(id);
        open(page, "proceduredraft.xhtml?id=" + id);
        page.locator("#submit").click();
        assertThat(page.locator("#done")).containsText("Se entregó");
        assertThat(page.locator("#next")).containsText("la firman otras personas");
        assertThat(page.locator("[data-opens=review-sheet]")).hasCount(0);
        assertThat(page.locator("#hash")).hasText(Pattern.compile("[0-9a-f]{64}"));
        String hash = page.locator("#hash").textContent();
        picture(page, "procedure-review-es-1366");

        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "coordinadora2");
            open(second, "procedure.xhtml?id=" + id);
            assertThat(second.locator("#difference")).containsText("AVT-13");
            assertAccessible(second);
            second.locator("[data-opens=review-sheet]").click();
            assertThat(second.locator("#review-sheet")).containsText("Se pide responder antes");
            assertAccessible(second);
            second.locator("#review").click();
            assertThat(second.locator("#done")).containsText("quedó firmada");
            assertThat(second.locator("[data-opens=authorise-sheet]")).hasCount(0);
        }
        try (BrowserContext other = newSession()) {
            Page third = other.newPage();
            signIn(third, "supervisora");
            english(third);
            open(third, "procedure.xhtml?id=" + id);
            third.locator("[data-opens=authorise-sheet]").click();
            assertAccessible(third);
            picture(third, "procedure-authorise-en-1366");
            third.locator("#authorise").click();
            assertThat(third.locator("#done")).containsText("is authorised");
            assertThat(third.locator(".life-path .now")).hasText("In force");
            assertThat(third.locator("#signatures")).containsText("Aurelia Cárdenas Arriaga");
            assertThat(third.locator("#signatures")).containsText("Julieta Maldonado Cárdenas");
            assertThat(third.locator("#signatures")).containsText("Leonor Peñaloza Zepeda");
            assertThat(third.locator("#hash")).hasText(hash);
            assertAccessible(third);
            picture(third, "procedure-in-force-en-1366");
            assertThat(printed(third, "#print"))
                    .contains("Atención vía telefónica", "Límite: 90 s", "VIII. Diagrama de flujo", hash)
                    .contains("Elaboró Aurelia", "Revisó Julieta", "Autorizó Leonor")
                    .doesNotContain("PROPUESTA");
        }

        page.reload();
        assertThat(page.locator(".life-path .now")).hasText("Vigente");
        page.locator("#versions a").last().click();
        assertThat(page.locator(".life-path .now")).hasText("Obsoleta");
        assertThat(printed(page, "#print")).contains("Manual de Procedimientos · OBSOLETO");
        page.locator("#compare").click();
        assertThat(page.locator("#difference")).containsText("De la versión 1 a la 2");
        open(page, "procedures.xhtml");
        page.locator("#procedures a:has-text('AVC')").click();
        assertThat(page.locator(".notice.warn")).containsText("es una propuesta");
        assertThat(printed(page, "#print")).contains("Manual de Procedimientos · PROPUESTA");
    }

    @Test
    void aVersionIsSentBackAndGivenUpAndReadOnAPhone() {
        signIn(page, "informacion1");
        String id = proposed("PRF");
        page.locator("#section-definitions").fill("Otra definición");
        page.locator("#reason").fill("Se precisa");
        submit(page, "#submit");
        assertThat(page.locator("#done")).isVisible();
        try (BrowserContext other = newSession()) {
            Page second = other.newPage();
            signIn(second, "coordinadora1");
            open(second, "procedure.xhtml?id=" + id);
            second.locator("[data-opens=back-sheet]").click();
            second.locator("#note").fill("Falta la repetición");
            assertAccessible(second);
            second.locator("#send-back").click();
            assertThat(second.locator("#done")).containsText("Se devolvió");
        }
        open(page, "proceduredraft.xhtml?id=" + id);
        assertThat(page.locator(".notice.warn")).containsText("Falta la repetición");
        assertReadableOnAPhone(
                List.of("procedures.xhtml", "procedure.xhtml?id=" + id, "proceduredraft.xhtml?id=" + id));
        open(page, "procedure.xhtml?id=" + id);
        page.locator("[data-opens=abandon-sheet]").click();
        assertAccessible(page);
        page.locator("#abandon").click();
        assertThat(page.locator("#done")).containsText("given up");
        open(page, "proceduredraft.xhtml?id=" + id);
        assertThat(page.locator("h1")).containsText("not edited any more");
    }
}
