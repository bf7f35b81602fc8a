package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mx.gob.edomex.catgem.shared.Folio;
import org.junit.jupiter.api.Test;

/** An audit by keyboard, from the programme to its end; and who only reads it. */
class AuditsIT extends BrowserTest {

    private static void write(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }

    /** Chats of a day long ago, attended by somebody who is not here any more; in one of them an auditor had a part. */
    private static void plant(int chats) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < chats; i++) {
            sql.append(
                    """
                    insert into subject (id, wrapped_key) values ('a0d17000-0000-4000-8000-%1$012d', '');
                    insert into matter (id, topic, opened_at)
                    values ('a0d17001-0000-4000-8000-%1$012d', 'GENERAL', timestamptz '2020-01-15 18:00Z');
                    insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id, received_at,
                                         opened)
                    values ('a0d17002-0000-4000-8000-%1$012d', 'CHAT', 'API', 'ES', 'GENERAL', 'NORMAL',
                            'a0d17000-0000-4000-8000-%1$012d', timestamptz '2020-01-15 18:00Z', true);
                    insert into contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id,
                                         matter_id, state, outcome, advisor, first_queued_at, closed_at, created_at)
                    values ('a0d17002-0000-4000-8000-%1$012d', '%2$s', 'CHAT', 'INBOUND', 'API', 'ES', 'GENERAL', 'NORMAL',
                            'a0d17000-0000-4000-8000-%1$012d', 'a0d17001-0000-4000-8000-%1$012d', 'CLOSED', 'RESOLVED',
                            'asesora48', timestamptz '2020-01-15 18:00Z', timestamptz '2020-01-15 18:20Z',
                            timestamptz '2020-01-15 18:00Z');
                    insert into execution (id, procedure_version_id, begun_at, steps)
                    select 'a0d17002-0000-4000-8000-%1$012d', id, timestamptz '2020-01-15 18:00Z', 0
                    from procedure_version where procedure_code = 'AVC' and state = 'IN_FORCE';
                    """
                            .formatted(i, Folio.next().value()));
        }
        sql.append(
                """
                insert into leg (contact_id, number, advisor, points, connected_at, ended_at)
                values ('a0d17002-0000-4000-8000-000000000000', 1, 'auditor2', 1, timestamptz '2020-01-15 18:01Z',
                        timestamptz '2020-01-15 18:20Z')
                """);
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.toString());
        }
    }

    private String plan() {
        open(page, "audits.xhtml");
        assertThat(page.locator(".empty")).containsText("No hay auditorías");
        assertAccessible(page);
        picture(page, "audits-empty-es-1366");
        press(page, "[data-opens=plan-sheet]");
        assertThat(page.locator("#plan-sheet")).isVisible();
        write(page, "#title", "Atención por chat de enero");
        tabTo(page, "[name=procedure][value=AVC]");
        page.keyboard().press("Space");
        page.fill("#from", "2020-01-15");
        page.fill("#to", "2020-01-15");
        tabTo(page, "[name=other][value=auditor2]");
        page.keyboard().press("Space");
        assertAccessible(page);
        picture(page, "audits-plan-es-1366");
        press(page, "#plan");
        assertThat(page.locator("#refused"))
                .containsText("Rodrigo Ibarra Colín tuvo parte en lo que se audita (atenciones: 1;");
        assertAccessible(page);
        picture(page, "audits-refused-es-1366");
        press(page, "#refused [data-opens=plan-sheet]");
        assertThat(page.locator("#title")).hasValue("Atención por chat de enero");
        tabTo(page, "[name=other][value=auditor2]");
        page.keyboard().press("Space");
        press(page, "#plan");
        assertThat(page.locator("#done")).containsText("Quedó en el programa");
        assertThat(page.locator("#population")).hasText("8");
        assertAccessible(page);
        picture(page, "audit-planned-es-1366");
        return page.url().replaceAll(".*id=", "").replaceAll("&.*", "");
    }

    private void sample() {
        tabTo(page, "[name=basis]");
        page.keyboard().press("ArrowDown");
        write(page, "#size", "3");
        press(page, "#begin");
        assertThat(page.locator("#refused")).containsText("Falta escribirlo");
        assertThat(page.locator("#size")).hasValue("3");
        write(page, "#grounds", "Un día con ocho atenciones");
        press(page, "#begin");
        assertThat(page.locator("#done")).containsText("semilla y población están registradas");
        assertThat(page.locator("#items")).hasCount(0);
        assertThat(page.locator(".audit-record")).containsText("CATGEM-SAMPLE-1");
        assertAccessible(page);
        picture(page, "audit-recorded-es-1366");
        press(page, "#draw");
        assertThat(page.locator(".items-table tbody tr")).hasCount(3);
        press(page, "#again");
        assertThat(page.locator("#recount")).containsText("Sale la misma muestra");
        assertAccessible(page);
        picture(page, "audit-drawn-es-1366");
    }

    private void find(String what) {
        tabTo(page, "#step");
        page.keyboard().type("AVC-03");
        write(page, "#note", what);
        press(page, "#mark");
        assertThat(page.locator("#done")).containsText("Quedó anotado");
    }

    private void examine() {
        press(page, ".items-table .folio");
        assertThat(page.locator("h1")).containsText("folio 1 de 3");
        assertAccessible(page);
        picture(page, "auditfolio-es-1366");
        find("No hay saludo");
        press(page, ".do-undo");
        assertThat(page.locator("#done")).containsText("Se deshizo");
        find("No se saluda con el protocolo");
        assertThat(page.locator("#conforms")).hasCount(0);
        assertAccessible(page);
        picture(page, "auditfolio-marked-es-1366");
        press(page, "#next-folio");
        press(page, "#conforms");
        assertThat(page.locator("#done")).containsText("El folio anterior quedó como conforme");
        assertAccessible(page);
        press(page, "#conforms");
        assertThat(page.locator("#done")).containsText("Quedó como conforme");
    }

    /** What was drawn, with its papers and the record of the draw; SampleEvidenceTest has verifiers read one. */
    private void evidence() throws Exception {
        String seed = page.locator(".audit-record code").nth(2).textContent().strip();
        Download bundle = page.waitForDownload(() -> page.click("#evidence-take"));
        try (ZipFile zip = new ZipFile(bundle.path().toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names).contains("manifest.note", "poblacion.txt", "informe.pdf");
            for (String folio : page.locator(".items-table .folio").allTextContents()) {
                assertThat(names).contains("informe-" + folio.strip() + ".pdf");
            }
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("leaves.jsonl")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("AUDIT_SAMPLE_RECORDED", seed);
        }
    }

    @Test
    void anAuditGoesFromTheProgrammeToItsEnd() throws Exception {
        plant(8);
        signIn(page, "auditora");
        String id = plan();
        sample();
        examine();

        open(page, "audit.xhtml?id=" + id);
        assertThat(page.locator("#report .gauges")).containsText("66.7 %");
        write(page, "#conclusion", "Dos de tres conformes; el saludo falta en una.");
        picture(page, "audit-examined-es-1366");
        press(page, "#report-now");
        assertThat(page.locator("#done")).containsText("Quedó el informe");
        assertThat(page.locator("#followup")).containsText("Por decidir");
        assertThat(page.locator("[data-opens=close-sheet]")).hasCount(0);
        assertAccessible(page);
        picture(page, "audit-reported-es-1366");

        press(page, "#followup a.tag");
        assertThat(page.locator(".candidates-table")).containsText("No se saluda con el protocolo");
        assertThat(page.locator(".candidates-table")).not().containsText("No hay saludo");
        tabTo(page, ".candidates-table [name=pick]");
        page.keyboard().press("Space");
        press(page, "[data-opens=open-sheet]");
        write(page, "#title", "Se omite el saludo");
        write(page, "#what", "Lo vio la auditoría de chat.");
        press(page, "#open");
        assertThat(page.locator("#done")).containsText("Se abrió el hallazgo");
        picture(page, "nonconformity-of-audit-es-1366");

        open(page, "audit.xhtml?id=" + id);
        assertThat(page.locator("#followup")).containsText(Pattern.compile("H-20\\d\\d-\\d{4}"));
        press(page, "[data-opens=close-sheet]");
        press(page, "#close");
        assertThat(page.locator("#done")).containsText("Se cerró la auditoría");
        assertAccessible(page);
        picture(page, "audit-closed-es-1366");
        String hash = page.locator(".audit-record code").nth(1).textContent().strip();
        Download report = page.waitForDownload(() -> page.click("#export-CSV"));
        assertThat(new String(Files.readAllBytes(report.path()), StandardCharsets.UTF_8))
                .contains(hash, "No se saluda con el protocolo", "AVC-03", "Generado por,auditora");
        Download population = page.waitForDownload(() -> page.click("#export-population"));
        assertThat(new String(Files.readAllBytes(population.path()), StandardCharsets.UTF_8))
                .contains(hash, page.locator(".items-table .folio").first().textContent());
        evidence();

        String folio =
                page.locator(".items-table .folio").first().getAttribute("href").replaceAll(".*id=", "");
        open(page, "audits.xhtml");
        assertThat(page.locator(".audits-table")).containsText("3 de 3");
        assertAccessible(page);
        picture(page, "audits-es-1366");
        try (BrowserContext inside = newSession()) {
            Page reader = inside.newPage();
            signIn(reader, "supervisora");
            open(reader, "audits.xhtml");
            assertThat(reader.locator(".audits-table")).containsText("Atención por chat de enero");
            assertThat(reader.locator("#plan-sheet")).hasCount(0);
            open(reader, "auditfolio.xhtml?id=" + folio);
            assertThat(reader.locator("#said")).containsText("No se saluda con el protocolo");
            assertThat(reader.locator("#mark, .do-undo")).hasCount(0);
            assertAccessible(reader);
        }
        open(page, "audit.xhtml?id=nothing");
        assertThat(page.locator("h1")).hasText("Esa auditoría no existe");
        assertAccessible(page);
        inEnglish(page);
        open(page, "audit.xhtml?id=" + id);
        assertThat(page.locator("#next")).containsText("nothing; it is closed");
        picture(page, "audit-closed-en-1366");
        assertReadableOnAPhone(List.of("audits.xhtml", "audit.xhtml?id=" + id, "auditfolio.xhtml?id=" + folio));
    }
}
