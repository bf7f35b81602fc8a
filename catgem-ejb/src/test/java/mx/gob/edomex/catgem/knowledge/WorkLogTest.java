package mx.gob.edomex.catgem.knowledge;

import static mx.gob.edomex.catgem.knowledge.OfficersFixture.AMPARO;
import static mx.gob.edomex.catgem.knowledge.OfficersFixture.AURELIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.knowledge.DaySheets.SheetLine;
import mx.gob.edomex.catgem.security.PasswordNotConfirmed;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The work log writes itself, is never changed, and a day of it can be signed. */
class WorkLogTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final OfficersFixture officers = new OfficersFixture(persistence);

    @Test
    void eachEditWritesItsLineAndACorrectionIsANewOne() {
        UpdateId update = officers.as(AURELIA).handedIn("RC-02", "Texto.");
        officers.as(AMPARO).publishes(update);
        officers.run(() -> officers.log.write("Llamé al Registro Civil; contestó la licenciada Núñez."));
        WorkLogLine manual = lines().get(lines().size() - 1);
        officers.run(() -> officers.log.correct(manual.id(), "Contestó el licenciado Ibáñez."));

        assertThat(lines())
                .extracting(WorkLogLine::text)
                .containsSubsequence(
                        "Abrió un cambio de la ficha",
                        "Registró el documento soporte (SHA-256 "
                                + HexFormat.of()
                                        .formatHex(Sha256.of(OfficersFixture.GAZETTE))
                                        .substring(0, 16)
                                + "…)",
                        "Validó la fuente: Gaceta o Diario Oficial",
                        "Capturó la información y la envió a revisión",
                        "Revisó y publicó la versión nueva; se avisó a los escritorios",
                        "Llamé al Registro Civil; contestó la licenciada Núñez.",
                        "Contestó el licenciado Ibáñez.");
        assertThat(lines())
                .filteredOn(line -> line.entryCode() != null)
                .extracting(WorkLogLine::entryCode)
                .contains("RC-02");
        WorkLogLine corrected = lines().stream()
                .filter(line -> line.id() == manual.id())
                .findFirst()
                .orElseThrow();
        assertThat(corrected.text()).isEqualTo("Llamé al Registro Civil; contestó la licenciada Núñez.");
        assertThat(corrected.correctedBy()).isNotNull();
        for (String sql :
                List.of("update work_log set words = 'x'", "delete from work_log", "truncate work_log cascade")) {
            assertThatThrownBy(() -> persistence.database().execute(sql)).hasMessageContaining("never changed");
        }
        assertThatThrownBy(() -> officers.run(() -> officers.log.write("  "))).isInstanceOf(NoteMissing.class);
    }

    @Test
    void aDayIsSignedWithThePasswordAndItsHashesAreInTheLedger() throws Exception {
        officers.as(AURELIA)
                .run(() -> officers.log.write("Jornada tranquila: ñandú, año, pingüino, ¿qué? — “listo”. 日本"));
        assertThatThrownBy(() -> officers.does(() -> officers.sheets.sign(today(), "otra", "127.0.0.1")))
                .isInstanceOf(PasswordNotConfirmed.class);
        SheetLine sheet = sign();
        assertThat(sheet.contentHash())
                .isEqualTo(HexFormat.of()
                        .formatHex(Sha256.of(DaySheets.content(lines()).getBytes(StandardCharsets.UTF_8))));
        byte[] pdf = officers.does(() -> officers.sheets.file(sheet.id())).orElseThrow();
        officers.as("auditora").does(() -> officers.sheets.file(sheet.id()));
        assertThat(persistence
                        .database()
                        .column(
                                "select staff from event where code = 'SHEET_READ' and refs ->> 'sheet' = ?",
                                sheet.id().toString()))
                .as("an auditor's look, and nobody else's")
                .containsExactly("auditora");
        officers.as("informacion1");
        assertThat(HexFormat.of().formatHex(Sha256.of(pdf))).isEqualTo(sheet.fileHash());
        assertThat(text(pdf))
                .contains("ñandú, año, pingüino, ¿qué? — “listo”. □□")
                .contains("DEMOSTRACIÓN")
                .contains("Aurelia Cárdenas Arriaga")
                .contains(sheet.contentHash())
                .contains("Página 1 de 1");
        assertThat(recorded("contentSha256", sheet)).isEqualTo(sheet.contentHash());
        assertThat(recorded("fileSha256", sheet)).isEqualTo(sheet.fileHash());

        assertThatThrownBy(this::sign).isInstanceOf(SheetEmpty.class);
        officers.as(AMPARO).run(() -> officers.log.write("Una línea más."));
        assertThat(sign().number()).isEqualTo(sheet.number() + 1);
        assertThatThrownBy(() -> persistence.database().execute("update work_log_sheet set staff = 'informacion3'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void aLongDayBreaksOverPages() throws IOException {
        officers.as(AURELIA);
        for (int i = 0; i < 90; i++) {
            int n = i;
            officers.run(() ->
                    officers.log.write("Línea " + n + " con texto suficiente para ocupar más de un renglón en la hoja,"
                            + " porque así se ve si la tabla se parte bien entre dos páginas."));
        }
        UUID signed = sign().id();
        byte[] pdf = officers.does(() -> officers.sheets.file(signed)).orElseThrow();
        assertThat(text(pdf)).contains("Línea 89").contains("Página 4 de ");
    }

    private SheetLine sign() {
        return officers.does(() -> officers.sheets.sign(today(), "catgem-demo", "127.0.0.1"));
    }

    private String recorded(String what, SheetLine sheet) throws SQLException {
        return persistence
                .database()
                .value(
                        "select refs ->> '" + what
                                + "' from event where code = 'WORK_LOG_SIGNED' and refs ->> 'sheet' = cast(? as text)",
                        sheet.id());
    }

    private LocalDay today() {
        return LocalDay.of(officers.time.instant(), MEXICO);
    }

    private List<WorkLogLine> lines() {
        return officers.does(() -> officers.log.lines(today(), Language.ES));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", " ").replaceAll(" +", " ");
        }
    }
}
