package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.log.LogFixture;
import mx.gob.edomex.catgem.evidence.log.Verifiers;
import mx.gob.edomex.catgem.export.ExportFile;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.report.ShiftReports.Which;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The paper of a shift, and what its code is good for when the database has been changed since. */
class ShiftReportTest {

    /** As a telephone sees it from a hand's breadth. */
    private static final int[] NEAR_AND_FAR = {150, 200, 250}; // dots an inch

    // A database for each test: a log that was sealed stays so.
    @RegisterExtension
    final TestPersistence persistence = TestPersistence.tryout();

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-02T18:30:00Z"));
    private String me = "coordinadora1";
    private String mine = "coordinator";
    private LogFixture log;
    private ShiftReports reports;

    @BeforeEach
    void aCentre() {
        persistence.database().open();
        log = new LogFixture(persistence, folder, clock);
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return me;
            }

            @Override
            public boolean has(String role) {
                return role.equals(mine);
            }
        };
        Installation installation = persistence.wire(new Installation());
        Figures figures = persistence.wire(new Figures(), installation, staff, clock);
        Exports exports =
                persistence.wire(new Exports(), installation, persistence.wire(new EventLedger(), clock), staff, clock);
        FigureNames names = persistence.wire(new FigureNames(), figures, installation);
        reports = persistence.wire(new ShiftReports(), figures, names, log.standing, exports, staff, clock);
    }

    @AfterEach
    void close() {
        persistence.afterAll(null);
    }

    @Test
    void theCodeOnThePaperIsTheCheckpointThatALaterBundleMustLeadTo() throws Exception {
        ContactId contact = log.contact(4);
        seal();
        byte[] paper = printed(Which.CURRENT);
        String scanned = scanned(paper);
        log.contact(3);
        seal();

        assertThat(scanned)
                .isEqualTo(persistence
                        .database()
                        .value("select note from log_checkpoint where size = " + scanned.split("\n")[1]));
        assertThat(text(paper))
                .contains("Informe del turno", "Sello del registro de evidencia", "PRUEBA, sin validez oficial");
        long size = Long.parseLong(scanned.split("\n")[1]);
        Path held = Files.writeString(folder.resolve("held.txt"), scanned);
        Path carried =
                Files.writeString(folder.resolve("carried.txt"), scanned.strip().replace("\n", "\r\n"));
        Path bundle = bundle("bundle", contact, size);
        for (Path checkpoint : List.of(held, carried)) {
            assertThat(Verifiers.java(bundle, "--checkpoint", checkpoint.toString()))
                    .startsWith("0 V\u00c1LIDO");
            assertThat(Verifiers.python(List.of(bundle), "--checkpoint", checkpoint.toString()))
                    .containsEntry("bundle.zip", "VALID");
        }
        Path other = Files.writeString(
                folder.resolve("other.txt"), scanned.replace("\n" + size + "\n", "\n" + size + "\nA"));
        assertThat(Verifiers.java(bundle, "--checkpoint", other.toString())).doesNotStartWith("0");
    }

    @Test
    void theNameAcrossTheCopyOfAnAuditorLeavesTheCodeReadable() throws Exception {
        me = "auditora";
        mine = "auditor";
        seal();

        byte[] paper = printed(Which.CURRENT);

        assertThat(text(paper)).contains("auditora");
        assertThat(scanned(paper)).isEqualTo(persistence.database().value("select note from log_checkpoint"));
    }

    @Test
    void itIsOfTheShiftThatIsOnOrOfTheOneBefore() throws Exception {
        seal();
        String now = text(printed(Which.CURRENT));
        String before = text(printed(Which.BEFORE));

        String begin = persistence
                .database()
                .value("select cast(starts as text) from shift where active"
                        + " and time '12:30' >= starts and time '12:30' < ends order by starts limit 1");
        assertThat(now).contains("Desde: 2026-03-02 " + begin);
        assertThat(before).contains("Hasta (sin incluir): 2026-03-02 " + begin);
        assertThat(persistence.database().column("select refs ->> 'log' from event where code = 'EXPORTED'"))
                .hasSize(2)
                .containsOnly(persistence.database().value("select max(size) from log_checkpoint"));
    }

    @Test
    void beforeTheFirstSealThePaperSaysSo() throws Exception {
        byte[] paper = printed(Which.CURRENT);

        assertThat(text(paper)).contains("todav\u00eda no tiene sello");
        assertThat(scanned(paper)).isNull();
    }

    private void seal() {
        log.contact(1);
        log.append();
        log.sign();
    }

    private byte[] printed(Which which) throws IOException {
        try (ExportFile file = persistence.inTransaction(() -> reports.write(which, Language.ES))) {
            return Files.readAllBytes(file.path());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What a telephone reads from any of the pages, held at one distance after another; null when there is no code. */
    private static String scanned(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer pages = new PDFRenderer(document);
            for (int dots : NEAR_AND_FAR) {
                for (int page = document.getNumberOfPages() - 1; page >= 0; page--) {
                    String read = read(pages.renderImageWithDPI(page, dots));
                    if (read != null) {
                        return read;
                    }
                }
            }
            return null;
        }
    }

    private static String read(BufferedImage seen) {
        int wide = seen.getWidth();
        int high = seen.getHeight();
        int[] pixels = seen.getRGB(0, 0, wide, high, null, 0, wide);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(wide, high, pixels))))
                    .getText();
        } catch (ReaderException e) {
            return null;
        }
    }

    private Path bundle(String name, ContactId contact, long held) {
        Path path = folder.resolve(name + ".zip");
        persistence.inTransaction(() -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                log.bundles.write(out, log.bundles.ofSubject(contact.value(), held), name, "auditora", Map.of());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return path;
    }
}
