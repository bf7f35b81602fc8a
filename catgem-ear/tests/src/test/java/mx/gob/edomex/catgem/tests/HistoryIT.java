package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The years before this system: compared, imported whole or not at all, decided about with a reason. */
class HistoryIT extends BrowserTest {

    private void bring(String text) {
        page.locator("#file")
                .setInputFiles(new FilePayload("prueba.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        submit(page, "#bring");
    }

    @Test
    void whatWasPublishedIsComparedAndItsDoubtsAreListed() throws IOException {
        signIn(page, "direccion");
        open(page, "history.xhtml");
        assertThat(page.locator("#opening").textContent()).isEqualTo("3,882,667");
        assertThat(page.locator("#months tbody tr"))
                .satisfies(rows -> assertThat(rows.count()).isEqualTo(13));
        assertThat(page.locator("#months .total").textContent()).contains("569,828");
        assertThat(page.locator("article.doubt").count()).isEqualTo(5);
        assertThat(page.locator("#ONLINE-2015-07").textContent()).contains("55,430", "mediana");
        assertThat(page.locator("#bring").count()).as("direction reads").isZero();
        assertThat(page.locator("[data-opens^='decide-']").count()).isZero();
        page.waitForFunction("document.querySelector('#years canvas').width > 300");
        assertAccessible(page);
        Download file = page.waitForDownload(
                () -> page.locator("a[href$='history/csv']").click());
        String text = Files.readString(file.path());
        assertThat(text)
                .contains("En línea,2015,7,55430,Muy lejos de la mediana de su año")
                .contains("3882667");
    }

    @Test
    void aFileWithFaultsIsReportedByLineAndNothingOfItStays() {
        signIn(page, "supervisora");
        open(page, "history.xhtml");
        bring(
                "channel,year,month,contacts\nPHONE,2019,1,-1\nPHONE,2019,2,x\nPHONE,2019,3,\nPHONE,2019,4,7\nPHONE,2019,4,7\n");
        assertThat(page.locator("#faults").textContent())
                .contains("Renglón 2", "negativo", "Renglón 3", "Renglón 4", "Renglón 6", "dos veces", "PHONE-2019-05");
        assertThat(page.locator("#months").textContent()).doesNotContain("2019");
        assertAccessible(page);
        submit(page, "#bring");
        assertThat(page.locator("#faults").textContent()).contains("vacío");
    }

    @Test
    void aDoubtIsDecidedByTheKeyboardWithAReason() {
        signIn(page, "supervisora");
        open(page, "history.xhtml?line=ONLINE");
        page.locator("[data-opens='decide-ONLINE-2016-10']").focus();
        page.keyboard().press("Enter");
        assertAccessible(page);
        page.locator("#choice-ONLINE-2016-10").selectOption("CORRECT");
        page.locator("#reason-ONLINE-2016-10").fill("El informe mensual dice otra cosa");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        Seat.follow(page, () -> page.keyboard().press("Enter"));
        assertThat(page.locator("#decide-ONLINE-2016-10 [role='alert']").textContent())
                .contains("con cifras");
        assertAccessible(page);
        page.locator("#choice-ONLINE-2016-10").selectOption("CORRECT");
        page.locator("#corrected-ONLINE-2016-10").fill("12,345");
        page.locator("#reason-ONLINE-2016-10").fill("El informe mensual dice otra cosa");
        submit(page, "#decide-ONLINE-2016-10 .decide");
        assertThat(page.locator("#done").textContent()).contains("registrada");
        assertThat(page.locator("#ONLINE-2016-10").textContent())
                .contains("15,187", "12,345", "El informe mensual", "Leonor Peñaloza");
        assertThat(page.locator("#months").textContent()).contains("12,345");
        open(page, "changes.xhtml");
        assertThat(page.locator(".changes-table").textContent())
                .contains("ONLINE-2016-10")
                .doesNotContain("informe mensual");
    }
}
