package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seven reports and the maps of clauses, as an auditor and the direction read and take them away. */
class IsoPagesIT extends BrowserTest {

    private byte[] file(String report, String format) throws IOException {
        Download file = page.waitForDownload(() -> page.click("[data-report=" + report + "] .file-" + format));
        return Files.readAllBytes(file.path());
    }

    private String csv(String report) throws IOException {
        return new String(file(report, "CSV"), StandardCharsets.UTF_8);
    }

    @Test
    void everyReportIsOnTheScreenAndInThreeKindsOfFile() throws Exception {
        signIn(page, "auditora");
        open(page, "iso.xhtml");
        assertThat(page.locator("#reports tbody tr")).hasCount(7);
        assertAccessible(page);
        picture(page, "iso-es-1366");
        page.locator("[data-report=ISO_01] a").first().click();
        assertThat(page.locator("#report-heading")).hasText("ISO-01 Lista maestra de documentos");
        assertThat(page.locator(".iso-table tbody tr", new Page.LocatorOptions().setHasText("AVC")))
                .containsText("Propuesta, sin firmas");
        assertAccessible(page);
        picture(page, "iso-01-es-1366");
        for (String report : List.of("ISO_01", "ISO_03", "ISO_04", "ISO_05", "ISO_07")) {
            open(page, "iso.xhtml?report=" + report);
            assertThat(page.locator("#report-heading")).containsText(report.replace('_', '-'));
            assertAccessible(page);
            assertThat(csv(report))
                    .contains(report.replace('_', '-'), "PRUEBA", "Generado por,auditora", "Versión de las fórmulas,1");
            assertThat(file(report, "PDF")).startsWith('%', 'P', 'D', 'F');
            assertThat(file(report, "XLSX")).startsWith('P', 'K');
        }
        open(page, "iso.xhtml?report=ISO_01&at=2020-01-01T00:00");
        assertThat(page.locator(".iso-table")).not().containsText("AVC");

        open(page, "iso.xhtml");
        assertThat(page.locator("[data-report=ISO_06] .file-CSV")).hasCount(0);
        page.selectOption("#entry", "RC-01");
        submit(page, ".filters [type=submit]");
        page.locator("[data-report=ISO_06] a").first().click();
        assertThat(page.locator(".iso-table").first()).containsText("v2 ES");
        assertAccessible(page);
        picture(page, "iso-06-es-1366");
        assertThat(csv("ISO_06")).contains("Ficha,RC-01");
        page.locator(".iso-table a").first().click();
        assertThat(page.locator("h1")).containsText("RC-01");
        open(page, "iso.xhtml?folio=XXXX");
        assertThat(page.locator("#refused")).containsText("Ese folio no existe");
        assertAccessible(page);
        assertReadableOnAPhone(List.of("iso.xhtml?report=ISO_05", "clauses.xhtml"));
    }

    @Test
    void aMapShowsEachClauseWithItsColourInWordsAndTheFigureBehindIt() throws Exception {
        signIn(page, "supervisora");
        open(page, "clauses.xhtml");
        assertThat(page.locator("h1")).containsText("enmienda 1:2024");
        assertThat(page.locator("[data-clause='4.2']")).containsText("Rojo");
        assertAccessible(page);
        picture(page, "clauses-es-1366");
        page.selectOption("#edition", "2008");
        page.click(".filters [type=submit]");
        assertThat(page.locator("h1")).containsText("9001:2008");
        assertThat(page.locator("[data-clause='8.2.2']")).containsText("Última cerrada");
        Download file = page.waitForDownload(() -> page.click("#export-CSV"));
        assertThat(Files.readString(file.path())).contains("ISO 9001:2008", "8.2.2", "Las palabras son de este centro");
        assertThat(page.waitForDownload(() -> page.click("#export-PDF")).suggestedFilename())
                .endsWith(".pdf");
        page.locator("[data-clause='8.2.2'] a").first().click();
        assertThat(page.locator("h1")).containsText("Auditorías");
        inEnglish(page);
        open(page, "clauses.xhtml?edition=2015");
        assertThat(page.locator("[data-clause='9.3']")).containsText("Management review");
        picture(page, "clauses-en-1366");
    }

    @Test
    void theDirectionReadsWhatIsOfNoFolio() throws Exception {
        signIn(page, "direccion");
        open(page, "iso.xhtml?report=ISO_05&folio=ABCD-2345-X");
        assertThat(page.locator("#reports tbody tr")).hasCount(5);
        assertThat(page.locator("#folio, [data-report=ISO_02], [data-report=ISO_06]"))
                .hasCount(0);
        assertThat(page.locator(".iso-table")).containsText("Sin convenio registrado");
        assertAccessible(page);
        for (String report : List.of("ISO_01", "ISO_03", "ISO_04", "ISO_07")) {
            open(page, "iso.xhtml?report=" + report);
            assertThat(page.locator("#report-heading")).containsText(report.replace('_', '-'));
        }
        open(page, "iso.xhtml?report=ISO_06&entry=RC-01");
        assertThat(page.locator("#report-heading")).hasCount(0);
        assertThat(csv("ISO_01")).contains("Generado por,direccion");
        open(page, "clauses.xhtml");
        assertThat(page.locator("#clauses tbody tr")).hasCount(27);
        assertThat(page.locator("#clauses a[href*='audits']")).hasCount(0);
        assertAccessible(page);
    }
}
