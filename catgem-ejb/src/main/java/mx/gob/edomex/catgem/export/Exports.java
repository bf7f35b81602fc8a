package mx.gob.edomex.catgem.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * Writes exports. The file is complete and on record (its SHA-256 too) before its first byte leaves, so that no file
 * exists that the ledger does not know. Rows are read within its transaction, by services that know who may see them;
 * the caller sends and closes the file.
 */
@Stateless
@PermitAll
public class Exports {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * An auditor's copy carries the auditor's name and the time.
     *
     * @param role the role in which the caller asks, as recorded
     */
    public ExportFile write(Export export, ExportFormat format, String role) {
        Instant now = clock.instant();
        ZoneId zone = installation.timeZone();
        MessageDigest digest = Sha256.fresh();
        Path path = null;
        try {
            path = Files.createTempFile("catgem-export", "." + format.extension());
            Watermark mark = Roles.AUDITOR.equals(role) ? Watermark.of(entities, staff.username(), now, zone) : null;
            long rows = writeTo(path, digest, export, format, facts(export, now, zone, mark), zone, now, mark);
            String hash = HexFormat.of().formatHex(digest.digest());
            record(export, format, hash, rows, role, now);
            return new ExportFile(path, name(export, format, now, zone), format, hash, Files.size(path), rows);
        } catch (IOException e) {
            discard(path);
            throw new UncheckedIOException("the export could not be written", e);
        } catch (RuntimeException e) {
            discard(path);
            throw e;
        }
    }

    private static long writeTo(
            Path path,
            MessageDigest digest,
            Export export,
            ExportFormat format,
            List<Export.Fact> facts,
            ZoneId zone,
            Instant at,
            Watermark mark)
            throws IOException {
        long[] rows = {0};
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest);
                Sheets sheets = format.open(out, zone, export.language(), at)) {
            if (mark != null) {
                sheets.mark(mark.text());
            }
            for (Export.Table table : export.tables()) {
                sheets.begin(table.name(), facts, table.columns());
                table.rows().each(row -> {
                    try {
                        sheets.row(row);
                        rows[0]++;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            if (export.scannable() != null) {
                sheets.scannable(export.scannable());
            }
        }
        return rows[0];
    }

    private List<Export.Fact> facts(Export export, Instant now, ZoneId zone, Watermark mark) {
        ResourceBundle words = words(export.language());
        List<Export.Fact> facts = new ArrayList<>();
        facts.add(new Export.Fact(export.title(), null));
        facts.add(new Export.Fact(
                words.getString("installation"), words.getString("installation." + installation.mode())));
        if (mark != null) {
            facts.add(new Export.Fact(words.getString("audit"), mark.text()));
        }
        facts.addAll(export.facts());
        facts.add(new Export.Fact(words.getString("by"), staff.username()));
        facts.add(new Export.Fact(words.getString("at"), now));
        facts.add(new Export.Fact(words.getString("zone"), zone.getId()));
        return facts;
    }

    static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.export.words",
                language.locale(),
                Exports.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private void record(Export export, ExportFormat format, String hash, long rows, String role, Instant now) {
        Map<String, String> refs = new TreeMap<>(export.refs());
        refs.put("export", export.code());
        refs.put("format", format.name());
        refs.put("sha256", hash);
        refs.put("rows", Long.toString(rows));
        ledger.system("EXPORTED", new Actor(staff.username(), role, Source.SCREEN), now, null, refs);
    }

    /** With the time, so that two exports of a day do not overwrite each other. */
    private static String name(Export export, ExportFormat format, Instant now, ZoneId zone) {
        String at = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).format(now.atZone(zone));
        return "catgem-" + export.code().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + at + "."
                + format.extension();
    }

    private static void discard(Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(Exports.class.getName())
                    .log(System.Logger.Level.WARNING, "a broken export stays in the temporary folder", e);
        }
    }
}
