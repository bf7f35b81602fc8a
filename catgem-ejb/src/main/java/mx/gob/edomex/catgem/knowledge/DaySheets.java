package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PasswordConfirmation;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Signed sheets of the work log. Signing is giving the password again; the sheet carries name, time and the hash of its
 * lines, and the ledger keeps that hash and the file's, so neither can be replaced later.
 */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.SUPERVISOR, Roles.AUDITOR})
public class DaySheets {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    WorkLogService log;

    @Inject
    PasswordConfirmation confirmation;

    @Inject
    Installation installation;

    @Inject
    EventLedger ledger;

    @Inject
    AuditorLooks looks;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** A sheet as listed; hashes in hexadecimal. */
    public record SheetLine(
            UUID id,
            LocalDay day,
            int number,
            String by,
            Instant signedAt,
            int lines,
            long lastLine,
            String contentHash,
            String fileHash) {}

    /**
     * Signs the lines of a day as they stand now.
     *
     * @param address of the caller's machine
     * @throws SheetEmpty when no line came since the last sheet of the day
     * @throws mx.gob.edomex.catgem.security.PasswordNotConfirmed when the password is not the caller's
     */
    @RolesAllowed(Roles.INFORMATION)
    public SheetLine sign(LocalDay day, String password, String address) {
        // One sheet a day at a time: two officers who sign together get two numbers.
        Sql.on(entities, "select cast(pg_advisory_xact_lock(hashtext('work-log-sheet')) as text) as locked")
                .exists();
        List<WorkLogLine> lines = log.lines(day, Language.ES);
        List<SheetLine> before = sheets(day);
        if (lines.isEmpty()
                || (!before.isEmpty() && before.get(before.size() - 1).lastLine() == last(lines))) {
            throw new SheetEmpty();
        }
        confirmation.confirm(password, address);
        Instant now = clock.instant();
        byte[] contentHash = Sha256.of(content(lines).getBytes(StandardCharsets.UTF_8));
        String name = Sql.on(entities, "select display_name from app_user where username = :name")
                .set("name", staff.username())
                .first(row -> row.text("display_name"))
                .orElseThrow();
        int number = before.size() + 1;
        byte[] pdf = new SheetOfPaper(installation.mode(), day.zone())
                .print(new SheetOfPaper.Signed(day, number, lines, staff.username(), name, now, hex(contentHash)));
        UUID id = UUID.randomUUID();
        byte[] fileHash = Sha256.of(pdf);
        Sql.on(
                        entities,
                        """
                        insert into work_log_sheet (id, day, number, staff, signed_at, lines, last_line, content_hash,
                                                    file_hash, pdf)
                        values (:id, cast(:day as date), :number, :staff, :at, :lines, :last, :content, :file, :pdf)
                        """)
                .set("id", id)
                .set("day", day.date().toString())
                .set("number", number)
                .set("staff", staff.username())
                .set("at", now)
                .set("lines", lines.size())
                .set("last", last(lines))
                .set("content", contentHash)
                .set("file", fileHash)
                .set("pdf", pdf)
                .update();
        ledger.system(
                "WORK_LOG_SIGNED",
                Actor.officer(staff.username()),
                now,
                null,
                Map.of(
                        "sheet", id.toString(),
                        "day", day.date().toString(),
                        "lines", Integer.toString(lines.size()),
                        "contentSha256", hex(contentHash),
                        "fileSha256", hex(fileHash)));
        return sheets(day).get(number - 1);
    }

    /** The day's sheets in order. */
    public List<SheetLine> sheets(LocalDay day) {
        return Sql.on(
                        entities,
                        """
                        select s.id, s.number, u.display_name, s.signed_at, s.lines, s.last_line, s.content_hash, s.file_hash
                        from work_log_sheet s join app_user u on u.username = s.staff
                        where s.day = cast(:day as date) order by s.number
                        """)
                .set("day", day.date().toString())
                .list(row -> new SheetLine(
                        row.uuid("id"),
                        day,
                        row.number("number"),
                        row.text("display_name"),
                        row.instant("signed_at"),
                        row.number("lines"),
                        row.big("last_line"),
                        hex(row.bytes("content_hash")),
                        hex(row.bytes("file_hash"))));
    }

    /** The file as it was signed, for an auditor too, whose look is on record. */
    public Optional<byte[]> file(UUID sheet) {
        looks.at("SHEET_READ", Map.of("sheet", sheet.toString()));
        return Sql.on(entities, "select pdf from work_log_sheet where id = :id")
                .set("id", sheet)
                .first(row -> row.bytes("pdf"));
    }

    /** What the hash is of; the sheet says so too. */
    static String content(List<WorkLogLine> lines) {
        return lines.stream()
                .map(line -> String.join(
                                "\t",
                                Long.toString(line.id()),
                                line.at().toString(),
                                line.staff(),
                                line.entryCode() == null ? "" : line.entryCode(),
                                line.text())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static long last(List<WorkLogLine> lines) {
        return lines.get(lines.size() - 1).id();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
