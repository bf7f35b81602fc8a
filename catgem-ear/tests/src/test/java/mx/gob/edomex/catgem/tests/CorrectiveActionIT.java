package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A deviation becomes a case and is closed as effective, by keyboard and by four people; another is opened again. */
class CorrectiveActionIT extends BrowserTest {

    private static void write(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }

    private static void english(Page page) {
        page.context()
                .addCookies(List.of(new Cookie("catgem_language", "en")
                        .setUrl(RunningCentre.address("").toString())));
    }

    /** A publication of rules that nobody reviewed, ended a moment ago: the sweep of the running centre finds it. */
    private static void plant(String execution) throws SQLException {
        RunningCentre.execute(
                """
                insert into execution (id, procedure_version_id, begun_at, steps)
                select '%1$s', id, now() - interval '1 hour', 2 from procedure_version
                where procedure_code = 'PRF' and state = 'IN_FORCE';
                insert into event (kind, code, execution_id, k, step_code, step_kind, version_id, staff, role, source, basis,
                                   refs, at, app_clock)
                select 'STEP', s.act, '%1$s', s.k, s.step, 'END', v.id, 'coordinadora3', 'coordinator', 'SCREEN', 'MEASURED',
                       cast(s.refs as jsonb), now(), now()
                from procedure_version v, (values (1, 'CAPTURE', 'PRF-01', '{"rules": "x"}'),
                                                  (2, 'PUBLISH', 'PRF-04', '{"version": "9"}')) as s (k, act, step, refs)
                where v.procedure_code = 'PRF' and v.state = 'IN_FORCE' order by s.k
                """
                        .formatted(execution));
    }

    private static String row(String execution) {
        return ".candidates-table tr:has-text('PRF-" + execution.substring(0, 8).toUpperCase(java.util.Locale.ROOT)
                + "') [name=pick]";
    }

    /** Waits for the sweep, which comes once a minute. */
    private void candidate(String execution) {
        open(page, "candidates.xhtml?rule=D1&procedure=PRF");
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator(row(execution)).count() > 0;
                },
                new Page.WaitForConditionOptions().setTimeout(150_000));
    }

    private String openFinding(String execution, String title) {
        candidate(execution);
        tabTo(page, row(execution));
        page.keyboard().press("Space");
        assertThat(page.locator("#pick-acts [role=status]")).containsText("1");
        press(page, "[data-opens=open-sheet]");
        assertThat(page.locator("#open-sheet")).isVisible();
        write(page, "#title", title);
        write(page, "#what", "Se publicó sin que otra persona lo leyera.");
        assertAccessible(page);
        picture(page, "candidates-open-es-1366");
        press(page, "#open");
        assertThat(page.locator("#done")).containsText("Se abrió el hallazgo");
        return page.url().replaceAll(".*id=", "").replaceAll("&.*", "");
    }

    /** From the finding to the last action done: the supervisor plans, a coordinator does. */
    private void act(String id, String cause, String action) {
        try (BrowserContext inside = newSession()) {
            Page boss = inside.newPage();
            signIn(boss, "supervisora");
            open(boss, "nonconformity.xhtml?id=" + id);
            assertThat(boss.locator("#plan")).hasCount(0);
            write(boss, "#why-1", "Nadie lo pidió");
            write(boss, "#why-2", cause);
            press(boss, ".do-explain");
            assertThat(boss.locator(".whys .root")).containsText(cause);
            write(boss, "#what", action);
            tabTo(boss, "#owner");
            boss.keyboard().type("Brenda");
            assertThat(boss.locator("#owner")).hasValue("coordinadora3");
            press(boss, "#plan");
            assertThat(boss.locator(".case-actions")).containsText(action);
            assertAccessible(boss);
            picture(boss, "nonconformity-in-action-es-1366");
        }
        try (BrowserContext inside = newSession()) {
            Page owner = inside.newPage();
            signIn(owner, "coordinadora3");
            open(owner, "index.xhtml");
            assertThat(owner.locator(".to-do .badge")).hasText(Pattern.compile("1.*"));
            press(owner, ".to-do");
            assertThat(owner.locator(".my-action")).containsText(action);
            assertThat(owner.locator(".my-action")).containsText(cause);
            assertAccessible(owner);
            picture(owner, "actions-es-1366");
            write(owner, ".my-action textarea", "Minuta de la junta");
            press(owner, ".do-done");
            assertThat(owner.locator("#done")).containsText("registrada como hecha");
            assertThat(owner.locator(".to-do .badge")).hasCount(0);
            assertAccessible(owner);
        }
    }

    private void judge(String id, boolean effective) throws SQLException {
        open(page, "nonconformity.xhtml?id=" + id);
        assertThat(page.locator("#next")).containsText("se puede verificar desde el");
        assertThat(page.locator("[data-opens=judge-sheet]")).hasCount(0);
        assertAccessible(page);
        picture(page, "nonconformity-watched-es-1366");
        RunningCentre.execute(
                "update finding set check_on = cast(now() - interval '1 day' as date) where id = '" + id + "'");
        page.reload();
        press(page, "[data-opens=judge-sheet]");
        tabTo(page, "[name=verdict]");
        page.keyboard().press(effective ? "Space" : "ArrowDown");
        write(page, "#grounds", effective ? "No volvió a pasar." : "Volvió a pasar dos veces.");
        assertAccessible(page);
        picture(page, "nonconformity-judge-es-1366");
        press(page, "#judge");
    }

    @Test
    void aDeviationBecomesACaseThatIsClosedAsEffective() throws Exception {
        String execution = "c0ffee01-0000-4000-8000-000000000001";
        plant(execution);
        signIn(page, "auditora");
        String id = openFinding(execution, "Publicación sin revisión");
        assertThat(page.locator("#before-heading + p")).containsText("anteriores");
        press(page, "[data-opens=confirm-sheet]");
        press(page, "#confirm");
        assertThat(page.locator("h1 .folio")).hasText(Pattern.compile("NC-20\\d\\d-\\d{4}"));
        String number = page.locator("h1 .folio").textContent().strip();
        assertThat(page.locator(".do-explain")).hasCount(0);
        assertAccessible(page);

        act(id, "El rol no prevé suplencias", "Cambiar el rol de turnos");
        judge(id, true);
        assertThat(page.locator("#done")).containsText("las acciones sirvieron");
        assertThat(page.locator(".verdict")).containsText("No volvió a pasar.");
        assertThat(page.locator(".case-path .now")).hasCount(0);
        assertAccessible(page);
        picture(page, "nonconformity-effective-es-1366");

        open(page, "nonconformities.xhtml?stage=ENDED");
        assertThat(page.locator(".findings-table")).containsText(number);
        assertAccessible(page);
        Download download = page.waitForDownload(() -> page.click("#export-CSV"));
        assertThat(new String(Files.readAllBytes(download.path()), StandardCharsets.UTF_8))
                .contains(number, "Cerrada, eficaz", "Generado por,auditora");
        Download workbook = page.waitForDownload(() -> page.click("#export-XLSX"));
        assertThat(Files.readAllBytes(workbook.path())).startsWith('P', 'K');
    }

    @Test
    void whatDidNotHelpIsOpenedAgain() throws Exception {
        String execution = "c0ffee02-0000-4000-8000-000000000002";
        plant(execution);
        signIn(page, "auditora");
        String id = openFinding(execution, "Otra publicación sin revisión");
        press(page, "[data-opens=confirm-sheet]");
        press(page, "#confirm");
        assertThat(page.locator("h1 .folio")).hasText(Pattern.compile("NC-20\\d\\d-\\d{4}"));
        act(id, "No hay tiempo apartado", "Recordarlo en la junta");
        judge(id, false);
        assertThat(page.locator("#done")).containsText("Se reabrió");
        assertThat(page.locator(".verdict")).containsText("Volvió a pasar dos veces.");
        assertThat(page.locator(".folio-head .tags")).containsText("Vuelta 2");
        assertAccessible(page);
        picture(page, "nonconformity-reopened-es-1366");
        english(page);
        open(page, "nonconformity.xhtml?id=" + id);
        assertThat(page.locator("#next")).containsText("looks for the cause once more");
        assertAccessible(page);
        picture(page, "nonconformity-reopened-en-1366");
    }

    @Test
    void aDismissalIsSaidWhyAndTakenBack() throws Exception {
        String execution = "c0ffee03-0000-4000-8000-000000000003";
        plant(execution);
        signIn(page, "auditora");
        candidate(execution);
        assertAccessible(page);
        picture(page, "candidates-es-1366");
        tabTo(page, row(execution));
        page.keyboard().press("Space");
        press(page, "[data-opens=dismiss-sheet]");
        write(page, "#reason", "Prueba de la mañana");
        assertAccessible(page);
        press(page, "#dismiss");
        assertThat(page.locator("#done")).containsText("Se descartó");
        assertThat(page.locator(row(execution))).hasCount(0);
        assertAccessible(page);
        press(page, "#undo");
        assertThat(page.locator("#done")).containsText("Volvió a la lista");
        assertThat(page.locator(row(execution))).hasCount(1);
    }

    @Test
    void theBoardIsReadableInEnglishInTheDarkAndOnAPhone() {
        signIn(page, "supervisora");
        open(page, "nonconformities.xhtml");
        assertThat(page.locator(".findings-table")).containsText("Otra vez una publicación sin revisión");
        assertAccessible(page);
        picture(page, "nonconformities-es-1366");
        open(page, "nonconformity.xhtml?id=dc000000-0000-4000-8000-000000000003");
        assertThat(page.locator(".case-actions .overdue")).hasCount(1);
        assertAccessible(page);
        picture(page, "nonconformity-overdue-es-1366");
        english(page);
        open(page, "nonconformity.xhtml?id=dc000000-0000-4000-8000-000000000001");
        assertThat(page.locator(".effect-figures").first()).containsText("75.0 %");
        assertAccessible(page);
        picture(page, "nonconformity-effective-en-1366");
        open(page, "nonconformity.xhtml?id=nothing");
        assertThat(page.locator("h1")).hasText("There is no such finding");
        assertAccessible(page);
        open(page, "candidates.xhtml?from=2001-01-01&to=2001-01-02");
        assertThat(page.locator(".empty")).containsText("Nothing waits");
        assertAccessible(page);
        assertReadableOnAPhone(List.of(
                "candidates.xhtml",
                "nonconformities.xhtml",
                "nonconformity.xhtml?id=dc000000-0000-4000-8000-000000000002",
                "actions.xhtml"));
    }

    @Test
    void aCoordinatorReadsCandidatesAndDecidesNone() {
        signIn(page, "coordinadora4");
        open(page, "candidates.xhtml?state=ALL");
        assertThat(page.locator(".candidates-table")).isVisible();
        assertThat(page.locator("[name=pick], #pick-acts")).hasCount(0);
        assertThat(page.navigate(RunningCentre.address("actions.xhtml").toString())
                        .status())
                .isEqualTo(200);
        assertThat(page.locator(".empty")).containsText("No tiene acciones pendientes");
        assertAccessible(page);
    }
}
