package mx.gob.edomex.catgem.quality.proof;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.Timeline;
import mx.gob.edomex.catgem.evidence.log.BundleContent;
import mx.gob.edomex.catgem.evidence.log.Bundles;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.export.Watermark;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/** Writes a bundle and the record that it was taken, in one transaction. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
public class EvidenceWriting {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Bundles bundles;

    @Inject
    LogStanding standing;

    @Inject
    Timeline timeline;

    @Inject
    EventLedger ledger;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * @throws ContactUnknown when there is none
     * @throws OwnEvidence when the caller attended it
     */
    public UUID contact(Folio folio) {
        UUID contact = Sql.on(entities, "select id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> row.uuid("id"))
                .orElseThrow(() -> new ContactUnknown(folio.value()));
        requireOthers(List.of(contact));
        return contact;
    }

    /** @throws OwnEvidence when the caller attended one of them */
    public void requireOthers(List<UUID> contacts) {
        if (Sql.on(entities, "select 1 from leg where contact_id in (:contacts) and advisor = :staff limit 1")
                .set("contacts", contacts)
                .set("staff", staff.username())
                .exists()) {
            throw new OwnEvidence();
        }
    }

    public EvidenceFile folio(Folio folio, UUID contact, Long held) {
        BundleContent content = bundles.ofSubject(contact, held);
        EvidencePaper paper = paper(content, folio.value());
        EvidenceFile file =
                write(content, folio.value(), paper, Map.of("informe.pdf", pdf(paper, folio.value(), contact)));
        ledger.fact(new ContactId(contact), "EVIDENCE_TAKEN", actor(), clock.instant(), null, refs(content, file));
        return file;
    }

    private byte[] pdf(EvidencePaper paper, String folio, UUID contact) {
        return paper.ofFolio(
                folio,
                timeline.of(new ContactId(contact), Language.ES),
                standing.of(contact).waiting());
    }

    /** That it was taken stands in each of its folios, and once for the audit. */
    public EvidenceFile sample(DrawnSample sample, Long held) {
        BundleContent content = bundles.ofSample(sample.audit(), sample.contacts(), sample.acts(), held);
        EvidencePaper paper = paper(content, sample.number());
        Map<String, byte[]> files = new HashMap<>();
        files.put("informe.pdf", paper.ofSample(sample));
        files.put("poblacion.txt", lines(sample.population()));
        for (SampleFolio one : sample.folios()) {
            files.put("informe-" + one.folio() + ".pdf", pdf(paper, one.folio(), one.contact()));
        }
        EvidenceFile file = write(content, sample.number(), paper, files);
        Map<String, String> refs = refs(content, file);
        refs.put("audit", sample.audit().toString());
        Instant now = clock.instant();
        ledger.system("EVIDENCE_TAKEN", actor(), now, null, refs);
        sample.contacts()
                .forEach(contact -> ledger.fact(new ContactId(contact), "EVIDENCE_TAKEN", actor(), now, null, refs));
        return file;
    }

    private static byte[] lines(List<String> texts) {
        return texts.stream().map(text -> text + "\n").collect(joining()).getBytes(StandardCharsets.UTF_8);
    }

    public EvidenceFile day(LocalDate day, Long held) {
        BundleContent content = bundles.ofDay(new LocalDay(day, installation.timeZone()), held);
        EvidencePaper paper = paper(content, day.toString());
        EvidenceFile file = write(content, day.toString(), paper, Map.of("informe.pdf", paper.ofDay()));
        Map<String, String> refs = refs(content, file);
        refs.put("day", day.toString());
        ledger.system("EVIDENCE_TAKEN", actor(), clock.instant(), null, refs);
        return file;
    }

    private EvidencePaper paper(BundleContent content, String title) {
        Instant now = clock.instant();
        ZoneId zone = installation.timeZone();
        String mark = staff.has(Roles.AUDITOR)
                ? Watermark.of(entities, staff.username(), now, zone).text()
                : "";
        return new EvidencePaper(content, title, installation.mode(), zone, staff.username(), now, mark);
    }

    private EvidenceFile write(
            BundleContent content, String title, EvidencePaper paper, Map<String, byte[]> forPeople) {
        MessageDigest digest = Sha256.fresh();
        Path path = null;
        try {
            path = Files.createTempFile("catgem-evidence", ".zip");
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                Map<String, byte[]> files = new HashMap<>(forPeople);
                files.put("LEEME.txt", paper.readMe().getBytes(StandardCharsets.UTF_8));
                bundles.write(out, content, title, staff.username(), files);
            }
            String name = "evidencia-" + title + ".zip";
            return new EvidenceFile(path, name, HexFormat.of().formatHex(digest.digest()), Files.size(path));
        } catch (IOException e) {
            discard(path);
            throw new UncheckedIOException("the bundle could not be written", e);
        } catch (RuntimeException e) {
            discard(path);
            throw e;
        }
    }

    private static void discard(Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Actor actor() {
        return new Actor(staff.username(), staff.has(Roles.AUDITOR) ? Roles.AUDITOR : Roles.SUPERVISOR, Source.SCREEN);
    }

    private static Map<String, String> refs(BundleContent content, EvidenceFile file) {
        return new TreeMap<>(Map.of(
                "records", Integer.toString(content.size()),
                "log", Long.toString(content.logSize()),
                "sha256", file.sha256()));
    }
}
