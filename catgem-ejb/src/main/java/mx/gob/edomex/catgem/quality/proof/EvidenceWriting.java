package mx.gob.edomex.catgem.quality.proof;

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
import java.time.LocalDate;
import java.util.HexFormat;
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
        if (Sql.on(entities, "select 1 from leg where contact_id = :contact and advisor = :staff")
                .set("contact", contact)
                .set("staff", staff.username())
                .exists()) {
            throw new OwnEvidence();
        }
        return contact;
    }

    public EvidenceFile folio(Folio folio, UUID contact, Long held) {
        BundleContent content = bundles.ofSubject(contact, held);
        EvidencePaper paper = paper(content, folio.value());
        byte[] pdf = paper.ofFolio(
                timeline.of(new ContactId(contact), Language.ES),
                standing.of(contact).waiting());
        EvidenceFile file = write(content, folio.value(), "evidencia-" + folio.value(), paper, pdf);
        ledger.fact(new ContactId(contact), "EVIDENCE_TAKEN", actor(), clock.instant(), null, refs(content, file));
        return file;
    }

    public EvidenceFile day(LocalDate day, Long held) {
        BundleContent content = bundles.ofDay(new LocalDay(day, installation.timeZone()), held);
        EvidencePaper paper = paper(content, day.toString());
        EvidenceFile file = write(content, day.toString(), "evidencia-" + day, paper, paper.ofDay());
        Map<String, String> refs = refs(content, file);
        refs.put("day", day.toString());
        ledger.system("EVIDENCE_TAKEN", actor(), clock.instant(), null, refs);
        return file;
    }

    private EvidencePaper paper(BundleContent content, String title) {
        return new EvidencePaper(
                content, title, installation.mode(), installation.timeZone(), staff.username(), clock.instant());
    }

    private EvidenceFile write(BundleContent content, String title, String name, EvidencePaper paper, byte[] pdf) {
        MessageDigest digest = Sha256.fresh();
        Path path = null;
        try {
            path = Files.createTempFile("catgem-evidence", ".zip");
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                Map<String, byte[]> files =
                        Map.of("informe.pdf", pdf, "LEEME.txt", paper.readMe().getBytes(StandardCharsets.UTF_8));
                bundles.write(out, content, title, staff.username(), files);
            }
            return new EvidenceFile(path, name + ".zip", HexFormat.of().formatHex(digest.digest()), Files.size(path));
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
