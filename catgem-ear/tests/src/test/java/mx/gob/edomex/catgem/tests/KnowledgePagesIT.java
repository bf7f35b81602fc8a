package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Procedure ABD played through by the people who do it, and what an advisor sees of it. */
class KnowledgePagesIT extends BrowserTest {

    private static final FilePayload GAZETTE =
            new FilePayload("gaceta.pdf", "application/pdf", "%PDF-1.7 Gaceta".getBytes(StandardCharsets.UTF_8));

    private final List<BrowserContext> others = new ArrayList<>();

    @AfterEach
    void othersLeave() {
        others.forEach(BrowserContext::close);
    }

    @Test
    void anUpdateGoesFromTheDocumentToAnAdvisorsDeskByKeyboardAlone() throws SQLException {
        String word = word();
        Page advisor = person("asesora44");
        advisor.waitForSelector("html[data-socket=open]");
        advisor.keyboard().press("F2");
        advisor.keyboard().type("copia certificada acta");
        advisor.waitForSelector(".hit");
        advisor.keyboard().press("ArrowDown");
        advisor.keyboard().press("ArrowRight");
        assertThat(advisor.locator("#entry .entry-read")).isVisible();
        String code = advisor.locator("#entry .entry-read").getAttribute("data-code");

        signIn(page, "informacion1");
        assertThat(page).hasURL(Pattern.compile("information\\.xhtml"));
        assertAccessible(page);
        tabTo(page, "#entry");
        page.keyboard().type(code);
        tabTo(page, "#file");
        page.locator("#file").setInputFiles(GAZETTE);
        tabTo(page, "#reference");
        page.keyboard().type("Gaceta 104");
        tabTo(page, "#register");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("update\\.xhtml\\?id="));
        assertThat(page.locator("[data-since]")).hasText(Pattern.compile("0:[0-5][0-9]"));
        assertAccessible(page);
        picture(page, "update-1-registered");
        tabTo(page, "#validate");
        page.keyboard().press("Enter");
        assertThat(page.locator("#validate")).hasCount(0);
        tabTo(page, "#SUMMARY_ES");
        page.keyboard().press("Control+A");
        page.keyboard().type("Resumen nuevo " + word);
        assertThat(page.locator("#save-state")).containsText("Guardado");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#publish")).isVisible();
        assertAccessible(page);
        picture(page, "update-2-in-review-author");

        // Not by her who wrote it; the refusal says why and is on record.
        tabTo(page, "#publish");
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("no puede publicarlo");
        String update = page.url().replaceAll(".*id=", "");
        assertThat(one("select reason from event where execution_id = '" + update + "' and step_kind = 'EXCEPTION'"))
                .isEqualTo("AUTHOR_CANNOT_PUBLISH");

        Page second = person("informacion2");
        tabTo(second, ".button.primary[href*='" + update + "']");
        second.keyboard().press("Enter");
        assertThat(second.locator(".diff ins").first()).containsText(word);
        assertAccessible(second);
        picture(second, "update-3-in-review-second");
        theRunningUpdateIsReadByACoordinatorAndInTheFile(update);
        tabTo(second, "#publish");
        second.keyboard().press("Enter");
        assertThat(second.locator(".big-clock"))
                .containsText("de los 2 minutos"); // within or, on a slow machine, beyond
        assertAccessible(second);
        picture(second, "update-4-published");

        // Nobody touched the advisor's desk.
        assertThat(advisor.locator("#entry .entry-read")).containsText(word);
        assertAccessible(advisor);
        assertThat(one("select count(distinct step_code) from event where execution_id = '" + update + "'"))
                .isEqualTo("7");
        Page auditor = person("auditora");
        auditor.navigate(address("entry.xhtml?code=" + code));
        assertThat(auditor.locator(".diff ins").first()).containsText(word);
        assertAccessible(auditor);
        auditor.navigate(address("update.xhtml?id=" + update));
        assertThat(auditor.locator(".step-DONE")).hasCount(7);
        assertThat(auditor.locator("#publish, #register, #editor")).hasCount(0);
        assertAccessible(auditor);
    }

    @Test
    void twoOfficersAtOneTextLoseNothing() {
        signIn(page, "informacion1");
        page.navigate(address("entry.xhtml?code=GE-14"));
        page.click("[data-do=change]");
        page.waitForURL(Pattern.compile("update\\.xhtml"));
        Page second = person("informacion3");
        second.navigate(page.url());

        second.locator("#TITLE_ES").fill("Título de Raquel");
        page.locator("#TITLE_ES").fill("Título de Aurelia");
        Page[] both = {page, second};
        page.waitForCondition(() ->
                both[0].locator("#settle").count() + both[1].locator("#settle").count() > 0);
        Page late = page.locator("#settle").count() > 0 ? page : second;
        assertThat(late.locator(".conflict").first()).containsText("Raquel");
        assertThat(late.locator(".conflict").first()).containsText("Aurelia");
        assertAccessible(late);
        picture(late, "update-5-conflict");
        String own = late == page ? "Título de Aurelia" : "Título de Raquel";
        late.locator("[data-use=TITLE_ES]").click();
        assertThat(late.locator("#TITLE_ES")).hasValue(own);
        late.locator("#settle").click();
        assertThat(late.locator("#settle")).hasCount(0);
        assertThat(late.locator("#TITLE_ES")).hasValue(own);

        late.locator("[data-opens=abandon-sheet]").click();
        assertThat(late.locator("#abandon-sheet")).isVisible();
        assertAccessible(late);
        late.locator("[data-do=abandon]").click();
        assertThat(late).hasURL(Pattern.compile("information\\.xhtml"));
    }

    @Test
    void aRefusalSaysWhyWhereItWasAskedAndTheNextSaveIsNoConflictWithOneself() {
        signIn(page, "informacion1");
        page.setInputFiles("#file", GAZETTE);
        page.fill("#entry", "NO-99");
        page.fill("#reference", "Gaceta 105");
        page.click("#register");
        assertThat(page.locator("#document [role=alert]")).containsText("No hay una ficha vigente");
        assertThat(page.locator("#entry")).hasValue("NO-99");
        assertThat(page.locator("#reference")).hasValue("Gaceta 105");

        page.navigate(address("entry.xhtml?code=GE-13"));
        page.click("[data-do=change]");
        page.waitForURL(Pattern.compile("update\\.xhtml"));
        page.fill("#SUMMARY_ES", "Primero.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#save-state")).containsText("Falta el documento soporte");
        page.fill("#SUMMARY_ES", "Después.");
        page.click("#save");
        assertThat(page.locator("#save-state")).containsText("Guardado");
        page.reload();
        assertThat(page.locator("#settle")).hasCount(0);
        assertThat(page.locator("#SUMMARY_ES")).hasValue("Después.");
        page.locator("[data-opens=abandon-sheet]").first().click();
        page.locator("[data-do=abandon]").click();
        assertThat(page).hasURL(Pattern.compile("information\\.xhtml"));
    }

    @Test
    void aSearchWithoutResultAndAnErrorSeenBecomeTasksAndTheAdvisorIsTold() throws SQLException {
        String word = word();
        signIn(page, "asesora45");
        page.waitForSelector("html[data-socket=open]");
        page.keyboard().press("F2");
        page.keyboard().type(word);
        // Of the whole word: it is searched for while it is typed.
        assertThat(page.locator("[data-report=missing][data-words='" + word + "']"))
                .isVisible();
        page.keyboard().press("Alt+KeyI");
        assertThat(page.locator("#toasts")).containsText("Se pidió la ficha");
        assertThat(page.locator("[data-report=missing]")).isDisabled();
        assertThat(one("select count(*) from event where cast(event.* as text) like '%" + word + "%'"))
                .isEqualTo("0");

        Page officer = person("informacion1");
        var task = officer.locator(".task", new Page.LocatorOptions().setHasText(word));
        task.locator("[data-do=take]").click();
        task.locator(".more summary").click();
        assertAccessible(officer);
        task.locator("[name=words]").fill("No es de nuestra competencia.");
        task.locator("[name=words]").press("Enter");
        assertThat(task).hasCount(0);
        assertThat(page.locator(".answer")).containsText("No es de nuestra competencia.");
        assertAccessible(page);
        page.click("[data-report=reportSeen]");
        assertThat(page.locator(".answer")).hasCount(0);

        page.locator("#query").fill("acta de nacimiento");
        page.locator("[data-act=read]").first().click();
        page.locator(".doubt summary").click();
        page.locator("#doubt-words").fill("Cambió el horario " + word);
        page.locator("[data-report=wrong]").click();
        assertThat(page.locator("#toasts")).containsText("Se avisó a Información");
        assertThat(officer.locator(".task-WRONG", new Page.LocatorOptions().setHasText(word)))
                .isVisible();
    }

    @Test
    void aDayOfTheWorkLogIsSignedWithThePassword() throws Exception {
        String word = word();
        signIn(page, "informacion2");
        page.navigate(address("worklog.xhtml"));
        page.fill("#words-line", "Llamé a la dependencia " + word);
        page.click("#write");
        var line = page.locator("table.log tr", new Page.LocatorOptions().setHasText(word));
        assertThat(line).containsText("a mano");
        line.locator(".correct summary").click();
        line.locator("[name=words]").fill("Llamé a dos dependencias");
        line.locator("[data-do=correct]").click();
        assertThat(line).containsText("Corregida en la línea");

        page.fill("#password", "equivocada");
        page.click("#sign");
        assertThat(page.locator("#toasts")).containsText("La contraseña no es la suya");
        page.fill("#password", "catgem-demo");
        page.click("#sign");
        assertThat(page.locator("a[href*='knowledge/sheet']").last()).isVisible();
        assertAccessible(page);
        Download sheet = page.waitForDownload(
                () -> page.locator("a[href*='knowledge/sheet']").last().click());
        assertThat(new String(Files.readAllBytes(sheet.path()), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(one("select count(*) from event where code = 'WORK_LOG_SIGNED' and staff = 'informacion2'"))
                .isNotEqualTo("0");
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesInTheDarkAndOnAPhone() {
        signIn(page, "informacion3");
        page.navigate(address("entry.xhtml?code=RC-01"));
        page.click("[data-do=change]");
        page.waitForURL(Pattern.compile("update\\.xhtml"));
        String update = page.url();
        assertReadableOnAPhone(List.of(
                "information.xhtml",
                update.replaceAll(".*/", ""),
                "entry.xhtml",
                "entry.xhtml?code=RC-01",
                "worklog.xhtml"));
        page.navigate(update);
        page.locator("[data-opens=abandon-sheet]").first().click();
        page.locator("[data-do=abandon]").click();
        assertThat(page).hasURL(Pattern.compile("information\\.xhtml"));
    }

    private void theRunningUpdateIsReadByACoordinatorAndInTheFile(String update) {
        Page coordinator = person("coordinadora3");
        coordinator.navigate(address("executions.xhtml?procedure=ABD"));
        String reference =
                coordinator.locator("a.folio[href*='" + update + "']").textContent();
        assertAccessible(coordinator);
        picture(coordinator, "executions-abd-es-1366");
        Download file = coordinator.waitForDownload(() -> coordinator.click("#export-CSV"));
        try {
            assertThat(Files.readString(file.path())).contains(reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        coordinator.locator("a.folio[href*='" + update + "']").click();
        assertThat(coordinator.locator(".step-DONE")).not().hasCount(0);
        assertThat(coordinator.locator("#publish, #register, #editor")).hasCount(0);
        assertAccessible(coordinator);
        picture(coordinator, "update-6-coordinator");
    }

    private Page person(String account) {
        BrowserContext session = newSession();
        others.add(session);
        Page opened = session.newPage();
        signIn(opened, account);
        return opened;
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }

    private static String word() {
        return "z" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    }
}
