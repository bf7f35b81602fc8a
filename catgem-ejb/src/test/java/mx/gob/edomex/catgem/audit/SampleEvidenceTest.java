package mx.gob.edomex.catgem.audit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Timeline;
import mx.gob.edomex.catgem.evidence.log.LogFixture;
import mx.gob.edomex.catgem.evidence.log.NothingSealed;
import mx.gob.edomex.catgem.evidence.log.Verifiers;
import mx.gob.edomex.catgem.quality.proof.DrawnSample;
import mx.gob.edomex.catgem.quality.proof.EvidenceFile;
import mx.gob.edomex.catgem.quality.proof.EvidenceWriting;
import mx.gob.edomex.catgem.quality.proof.OwnEvidence;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The evidence of all that an audit drew, as one bundle in the hands of both verifiers. */
class SampleEvidenceTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    @TempDir
    Path folder;

    private AuditFixture fixture;
    private LogFixture log;
    private EvidenceWriting writing;

    @BeforeEach
    void aCentreWithALog() {
        fixture = new AuditFixture(persistence);
        log = new LogFixture(persistence, folder, fixture.clock);
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return fixture.me;
            }

            @Override
            public boolean has(String role) {
                return role.equals("auditor");
            }
        };
        writing = persistence.wire(
                new EvidenceWriting(),
                log.bundles,
                log.standing,
                persistence.wire(new Timeline()),
                persistence.wire(new EventLedger(), fixture.clock),
                persistence.wire(new Installation()),
                staff,
                fixture.clock);
    }

    @Test
    void allThatWasDrawnIsOneBundleThatBothVerifiersFindValid() throws Exception {
        fixture.chats(6, "asesora01");
        AuditId id = fixture.drawn(3, "auditora");
        UUID first = fixture.item(id, 1);
        fixture.as("auditora", () -> fixture.work.mark(first, Verdict.FINDING, "AVC-03", "No saluda"));
        seal();
        DrawnSample sample = persistence.inTransaction(() -> fixture.queries.drawn(id));

        Path bundle = taken(sample);

        String key = fixture.value("select verifier from log_key where algorithm = 1");
        assertThat(Verifiers.java(bundle, "--key", key))
                .startsWith("0 V\u00c1LIDO")
                .contains("sobre: " + sample.number() + "\n");
        assertThat(Verifiers.python(List.of(bundle), "--key", key).values()).containsExactly("VALID");
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(text(zip, "poblacion.txt"))
                    .isEqualTo(sample.population().stream()
                            .map(folio -> folio + "\n")
                            .collect(joining()));
            assertThat(SampleDraw.draw(sample.population(), record(sample, "seed"), 3))
                    .isEqualTo(sample.folios().stream().map(one -> one.folio()).toList());
            assertThat(text(zip, "leaves.jsonl"))
                    .contains("AUDIT_PLANNED", "AUDIT_SAMPLE_DRAWN", "AUDIT_FOLIO_MARKED")
                    .contains("\"seed\":\"" + record(sample, "seed") + "\"");
            assertThat(paper(zip, "informe.pdf"))
                    .contains(sample.number(), record(sample, "hash"), "Hallazgo", "Todav\u00eda nada");
            for (var one : sample.folios()) {
                assertThat(paper(zip, "informe-" + one.folio() + ".pdf")).contains(one.folio(), "AVC-07");
            }
        }
        assertThat(fixture.value("select count(*) from event where code = 'EVIDENCE_TAKEN' and staff = 'auditora'"
                        + " and refs ->> 'audit' = '" + id + "' and contact_id is not null"))
                .isEqualTo("3");
    }

    @Test
    void whatOthersDidToOtherAuditsIsNotInIt() throws Exception {
        fixture.chats(3, "asesora01");
        AuditId other = fixture.planned("auditora");
        AuditId id = fixture.drawn(2, "auditora");
        seal();

        Path bundle = taken(persistence.inTransaction(() -> fixture.queries.drawn(id)));

        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(text(zip, "leaves.jsonl")).contains(id.toString()).doesNotContain(other.toString());
        }
    }

    @Test
    void withoutASampleOrBeforeItIsSealedThereIsNoneAndNobodyTakesTheirOwn() throws Exception {
        fixture.chats(3, "asesora01");
        AuditId id = fixture.recorded(2, "auditora");
        assertThatThrownBy(() -> persistence.inTransaction(() -> fixture.queries.drawn(id)))
                .isInstanceOf(AuditSampleNotDrawn.class);
        fixture.as("auditora", () -> fixture.sampling.draw(id));
        DrawnSample sample = persistence.inTransaction(() -> fixture.queries.drawn(id));
        log.append();

        assertThatThrownBy(() -> taken(sample)).isInstanceOf(NothingSealed.class);
        seal();
        taken(sample);
        fixture.execute("insert into leg (contact_id, number, advisor, points, connected_at) values ('"
                + sample.folios().get(1).contact() + "', 2, 'auditora', 0, now())");
        assertThatThrownBy(() -> persistence.inTransaction(() -> writing.requireOthers(
                        sample.folios().stream().map(one -> one.contact()).toList())))
                .isInstanceOf(OwnEvidence.class);
    }

    private void seal() {
        log.append();
        log.sign();
        log.append();
        log.sign();
    }

    private Path taken(DrawnSample sample) throws IOException {
        EvidenceFile file = persistence.inTransaction(() -> writing.sample(sample, null));
        return Files.move(file.path(), folder.resolve(file.name()));
    }

    private static String record(DrawnSample sample, String name) {
        return sample.record().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String paper(ZipFile zip, String name) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(zip.getInputStream(zip.getEntry(name)).readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
