package mx.gob.edomex.catgem.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportsTest {

    /** 12:30:05 in the centre. */
    private static final Instant NOW = Instant.parse("2026-03-02T18:30:05Z");

    private static final List<String> FORMULAS = List.of("=1+1", "+1", "-1", "@a", "\tb", "\rc");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final Exports exports = exports();

    private static Exports exports() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        CurrentStaff auditora = new CurrentStaff() {
            @Override
            public String username() {
                return "auditora";
            }
        };
        return persistence.wire(
                new Exports(),
                persistence.wire(new Installation()),
                persistence.wire(new EventLedger(), clock),
                auditora,
                clock);
    }

    private static Export export(List<? extends List<?>> rows) {
        return new Export(
                "CONFORMITY",
                "Conformidad",
                Language.ES,
                List.of(new Export.Fact("Periodo", "2026-03-01 a 2026-03-02"), new Export.Fact("n", 2)),
                Map.of("from", "2026-03-01"),
                List.of(
                        Export.Table.of("Atenciones", List.of("Folio", "Sección", "Segundos", "Cuándo", "Día"), rows),
                        Export.Table.of("Vacía", List.of("Nada"), List.of())));
    }

    private static final List<List<Object>> ROWS = List.of(
            List.of("ABCD-2345-X", "Dirección, \"ñ\"", -12.5, NOW, LocalDate.of(2026, 3, 2)),
            List.of(FORMULAS.get(0), FORMULAS.get(1), 7, NOW, LocalDate.of(2026, 3, 2)));

    /** The auditor's name and the time, so that a copy found elsewhere says whose it was. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anAuditorsCopySaysWhoseItIs(ExportFormat format) throws IOException {
        String whose = "Citlali Valdés Escalona (auditora) · 2026-03-02 12:30:05";
        assertThat(text(export(ROWS), format, "auditor")).contains(whose);
        assertThat(text(export(ROWS), format, "supervisor")).doesNotContain("Citlali");
    }

    private String text(Export export, ExportFormat format, String role) throws IOException {
        try (ExportFile file = persistence.inTransaction(() -> exports.write(export, format, role))) {
            return switch (format) {
                case CSV -> Files.readString(file.path());
                case PDF -> {
                    try (PDDocument paper = Loader.loadPDF(file.path().toFile())) {
                        yield new PDFTextStripper().getText(paper);
                    }
                }
                case XLSX -> {
                    try (ReadableWorkbook book =
                            new ReadableWorkbook(file.path().toFile())) {
                        yield book.getFirstSheet().read().stream()
                                .map(Row::toString)
                                .toList()
                                .toString();
                    }
                }
            };
        }
    }

    private ExportFile written(Export export, ExportFormat format) {
        return persistence.inTransaction(() -> exports.write(export, format, "auditor"));
    }

    @Test
    void aCsvSaysWhatItIsAndShowsAccentsInSpreadsheets() throws IOException {
        try (ExportFile file = written(export(ROWS), ExportFormat.CSV)) {
            byte[] bytes = Files.readAllBytes(file.path());
            assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
            assertThat(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8).split("\r\n", -1))
                    .containsExactly(
                            "Conformidad,",
                            "Instalación,\"PRUEBA, sin validez oficial\"",
                            "Copia de auditoría,Citlali Valdés Escalona (auditora) · 2026-03-02 12:30:05",
                            "Periodo,2026-03-01 a 2026-03-02",
                            "n,2",
                            "Generado por,auditora",
                            "Generado el,2026-03-02 12:30:05",
                            "Zona horaria,America/Mexico_City",
                            "",
                            "Atenciones",
                            "Folio,Sección,Segundos,Cuándo,Día",
                            "ABCD-2345-X,\"Dirección, \"\"ñ\"\"\",-12.5,2026-03-02 12:30:05,2026-03-02",
                            "'=1+1,'+1,7,2026-03-02 12:30:05,2026-03-02",
                            "",
                            "Vacía",
                            "Nada",
                            "");
            assertThat(file.name()).isEqualTo("catgem-conformity-20260302-123005.csv");
            assertThat(file.rows()).isEqualTo(2);
        }
    }

    @Test
    void aWorkbookHasASheetATableWithNumbersAsNumbersAndNoFormula() throws IOException {
        try (ExportFile file = written(export(ROWS), ExportFormat.XLSX);
                InputStream in = Files.newInputStream(file.path());
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(1)).isEqualTo("PRUEBA, sin validez oficial");
            List<Row> last = rows.subList(rows.size() - 3, rows.size());
            assertThat(last.get(0).getCellText(1)).isEqualTo("Sección");
            assertThat(last.get(1).getCellAsNumber(2))
                    .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("-12.5"));
            assertThat(last.get(1).getCellAsDate(3))
                    .hasValueSatisfying(value -> assertThat(value).hasToString("2026-03-02T12:30:05"));
            assertThat(last.get(2).getCellText(0)).isEqualTo("'=1+1");
            assertThat(last.get(2).getCellText(1)).isEqualTo("'+1");
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("Atenciones", "Vacía");
            assertThat(sheetXml(file)).doesNotContain("<f>");
        }
    }

    private static String sheetXml(ExportFile file) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noCellOfAnyKindBeginsAFormula() throws IOException {
        Export export = export(FORMULAS.stream().map(List::of).toList());
        for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
            try (ExportFile file = written(export, format)) {
                assertThat(firstCells(file))
                        .containsAll(FORMULAS.stream().map("'"::concat).toList());
            }
        }
    }

    private static List<String> firstCells(ExportFile file) throws IOException {
        List<String> cells = new ArrayList<>();
        if (file.format() == ExportFormat.CSV) {
            try (var parser = org.apache.commons.csv.CSVParser.parse(
                    file.path(), StandardCharsets.UTF_8, org.apache.commons.csv.CSVFormat.RFC4180)) {
                parser.forEach(row -> cells.add(row.get(0)));
            }
        } else {
            try (InputStream in = Files.newInputStream(file.path());
                    ReadableWorkbook workbook = new ReadableWorkbook(in)) {
                // XML turns a bare carriage return into a line feed unless it is escaped; both are harmless here.
                workbook.getFirstSheet().read().forEach(row -> cells.add(row.getCellText(0)));
            }
            cells.replaceAll(cell -> cell.equals("'\nc") ? "'\rc" : cell);
        }
        return cells;
    }

    @Test
    void theLedgerKnowsWhoTookWhatAndTheHashOfTheFile() throws Exception {
        try (ExportFile file = written(export(ROWS), ExportFormat.CSV)) {
            assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file.path()))));
            assertThat(persistence
                            .database()
                            .column(
                                    """
                                    select staff || ' ' || role || ' ' || (refs->>'export') || ' ' || (refs->>'from')
                                           || ' ' || (refs->>'rows')
                                    from event where code = 'EXPORTED' and refs->>'sha256' = ?
                                    """,
                                    file.sha256()))
                    .containsOnly("auditora auditor CONFORMITY 2026-03-01 2");
        }
    }

    @Test
    void whatFailsHalfWayLeavesNoFileAndNoRecord() throws Exception {
        Export broken = new Export(
                "BROKEN", "x", Language.EN, List.of(), Map.of(), List.of(new Export.Table("t", List.of("c"), row -> {
                    row.accept(List.of("one"));
                    throw new IllegalStateException("the database went away");
                })));
        long before = exportsOnDisk();
        assertThatThrownBy(() -> written(broken, ExportFormat.XLSX)).hasMessage("the database went away");
        assertThat(exportsOnDisk()).isEqualTo(before);
        assertThat(persistence.database().value("select count(*) from event where refs->>'export' = 'BROKEN'"))
                .isEqualTo("0");
    }

    private static long exportsOnDisk() throws IOException {
        try (var files = Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("catgem-export"))
                    .count();
        }
    }

    @Test
    void onPaperEachTableHasItsHeadingOnEveryPageAndEachPageItsMode() throws IOException {
        List<List<Object>> rows = new ArrayList<>(ROWS);
        IntStream.range(0, 100).forEach(i -> rows.add(List.of("F" + i, "texto", i, NOW, LocalDate.of(2026, 3, 2))));

        try (ExportFile file = written(export(rows), ExportFormat.PDF);
                PDDocument document = Loader.loadPDF(file.path().toFile())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(page(document, 1))
                    .contains("Conformidad", "Periodo: 2026-03-01 a 2026-03-02", "n: 2", "Atenciones")
                    .contains("ABCD-2345-X Dirección, \"ñ\" -12.5 2026-03-02 12:30:05 2026-03-02")
                    .contains("Instalación: PRUEBA, sin validez oficial 1 / " + document.getNumberOfPages());
            assertThat(page(document, 2)).contains("Folio Sección Segundos Cuándo Día", "PRUEBA");
            assertThat(page(document, document.getNumberOfPages())).contains("F99", "Vacía", "Nada");
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(number);
        text.setEndPage(number);
        return text.getText(document).replace("\n", " ").replaceAll(" +", " ");
    }

    @Test
    void aMonthOfRowsFitsInEveryFormat() {
        Export large = export(IntStream.range(0, 75_000)
                .mapToObj(i -> List.of("ABCD-2345-X", "texto", i, NOW, LocalDate.of(2026, 3, 2)))
                .toList());
        for (ExportFormat format : ExportFormat.values()) {
            try (ExportFile file = written(large, format)) {
                assertThat(file.rows()).isEqualTo(75_000);
            }
        }
    }

    @Test
    void paperThatLeavesRowsOutSaysSo() throws IOException {
        Export large = export(IntStream.range(0, PdfSheets.MOST + 1)
                .mapToObj(i -> List.of("ABCD-2345-X", "texto", i, NOW, LocalDate.of(2026, 3, 2)))
                .toList());
        try (ExportFile file = written(large, ExportFormat.PDF);
                PDDocument document = Loader.loadPDF(file.path().toFile())) {
            assertThat(page(document, document.getNumberOfPages())).contains("2,000 de 2,001 renglones");
        }
    }
}
