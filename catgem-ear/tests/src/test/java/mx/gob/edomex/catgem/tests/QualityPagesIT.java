package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.Sha256;
import org.junit.jupiter.api.Test;

/** A contact ends with a step missing; the auditor finds it from the figure, reads its folio and takes a file away. */
class QualityPagesIT extends BrowserTest {

    private static final Pattern WORD = Pattern.compile("\\w");

    @Test
    void aMissingStepIsOnTheFolioInTheReportInTheListAndInTheFile() throws Exception {
        String folio = anAnswerThatNobodyLookedUp();
        signIn(page, "auditora");

        page.navigate(address("folio.xhtml?folio=" + folio));
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".deviations li").count() > 0;
        });
        assertThat(page.locator(".deviations")).containsText("D1");
        assertThat(page.locator(".deviations")).containsText("Falta AVC-07");
        assertThat(page.locator(".events").first()).containsText("Desviación hallada");
        assertThat(page.locator(".events").first()).containsText("desde el paso anterior");
        assertAccessible(page);

        page.navigate(address("conformity.xhtml"));
        assertThat(page.locator(".gauges")).containsText("Ejecuciones terminadas");
        assertAccessible(page);
        page.locator("a[href*='deviations.xhtml'][href*='code=D1']").click();
        assertThat(page.locator("table.grid")).containsText(folio);
        assertThat(page.locator("table.grid").first()).containsText("Falta AVC-07");
        assertAccessible(page);

        Download download = page.waitForDownload(() -> page.click("#export-CSV"));
        byte[] file = Files.readAllBytes(download.path());
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).contains(folio, "Generado por,auditora", "PRUEBA", "Falta AVC-07");
        assertThat(exported(HexFormat.of().formatHex(Sha256.of(file)))).isEqualTo("auditora auditor DEVIATIONS");
        Download workbook = page.waitForDownload(() -> page.click("#export-XLSX"));
        assertThat(Files.readAllBytes(workbook.path())).startsWith('P', 'K');

        page.click("text=Volver al informe");
        page.locator("table.conformity a[href*='part=MISSING']").first().click();
        assertThat(page.locator("table.grid")).containsText(folio);
        assertAccessible(page);
        page.click("a.folio >> text=" + folio);
        assertThat(page.locator("h1")).hasText(folio);
    }

    @Test
    void whatIsNoContactLeadsToAnUpdateOnlyWhereItIsOne() {
        signIn(page, "auditora");
        for (String list : List.of("executions", "deviations")) {
            page.navigate(address(list + ".xhtml?from=2020-01-01&procedure=PRF"));
            assertThat(page.locator("table.grid .folio").first()).containsText("PRF-");
            assertThat(page.locator("table.grid a[href*='update.xhtml']")).hasCount(0);
            assertThat(page.locator("table.grid .tag").filter(new Locator.FilterOptions().setHasNotText(WORD)))
                    .hasCount(0);
        }
    }

    @Test
    void theDirectionSeesFiguresAndNoFolios() {
        signIn(page, "direccion");
        page.navigate(address("conformity.xhtml?from=2020-01-01"));

        assertThat(page.locator("h1")).containsText("Conformidad");
        assertThat(page.locator("main a[href*='executions'], main a[href*='deviations']"))
                .hasCount(0);
        assertThat(page.locator("main")).not().containsText("Salidas anticipadas por persona");
        assertAccessible(page);
        assertThat(page.navigate(address("executions.xhtml")).status()).isEqualTo(403);
        assertThat(page.navigate(address("deviations.xhtml")).status()).isEqualTo(403);
    }

    @Test
    void anAdvisorReadsNoReport() {
        signIn(page, "asesora07");
        for (String path : List.of("conformity.xhtml", "executions.xhtml", "deviations.xhtml")) {
            assertThat(page.navigate(address(path)).status()).isEqualTo(403);
        }
    }

    @Test
    void aPeriodWithoutExecutionsSaysWhatToDo() {
        signIn(page, "supervisora");
        page.navigate(address("conformity.xhtml?from=2001-01-01&to=2001-01-31"));
        assertThat(page.locator(".empty")).containsText("Amplíe las fechas");
        assertAccessible(page);
        page.navigate(address("deviations.xhtml?from=2001-01-01&to=2001-01-31"));
        assertThat(page.locator(".empty")).containsText("Ninguna desviación");
        assertAccessible(page);
    }

    @Test
    void everyPageIsAccessibleInEnglishInTheDarkAndOnAPhone() {
        signIn(page, "auditora");
        assertReadableOnAPhone(List.of("conformity.xhtml", "executions.xhtml", "deviations.xhtml"));
    }

    /** A real chat, accepted by an advisor and closed as answered, with nothing looked up nor said. */
    private static String anAnswerThatNobodyLookedUp() {
        try (BrowserContext outside = newSession();
                BrowserContext inside = newSession()) {
            Page desk = inside.newPage();
            takeTheDesk(desk, "asesora39");
            Page citizen = outside.newPage();
            citizen.navigate(address("chat/"));
            citizen.locator("#accept").click();
            citizen.locator("#write").fill("Buenas tardes");
            citizen.locator("#send").click();
            citizen.waitForSelector("#folio:not([hidden])");
            desk.waitForSelector(".offer", new Page.WaitForSelectorOptions().setTimeout(60_000));
            desk.keyboard().press("Control+Enter");
            desk.waitForSelector("#head [data-contact]");
            desk.keyboard().press("F4");
            desk.waitForSelector("#close-sheet[open]");
            desk.locator("#disposition").selectOption("INFORMATION_GIVEN");
            desk.locator("#close-now").click();
            desk.waitForSelector(
                    "#close-sheet", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
            desk.waitForCondition(() -> desk.locator("#head [data-contact]").count() == 0);
            leave(desk);
            return citizen.locator("#folio-value").textContent().strip();
        }
    }

    private static String exported(String sha256) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        select staff || ' ' || role || ' ' || (refs->>'export') from event
                        where code = 'EXPORTED' and refs->>'sha256' = ?
                        """)) {
            statement.setString(1, sha256);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }
}
