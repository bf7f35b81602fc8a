package mx.gob.edomex.catgem.knowledge;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.export.PdfSheet;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;

/** A day of the work log as it is printed; an official paper, so in Spanish whoever signs it. */
final class SheetOfPaper {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("mx.gob.edomex.catgem.knowledge.WorkLog", Language.ES.locale());
    private final CentreMode mode;
    private final ZoneId zone;

    SheetOfPaper(CentreMode mode, ZoneId zone) {
        this.mode = mode;
        this.zone = zone;
    }

    /** What is signed by whom. */
    record Signed(
            LocalDay day, int number, List<WorkLogLine> lines, String staff, String name, Instant at, String hash) {}

    byte[] print(Signed signed) {
        String title = say("sheet.title");
        try (PdfSheet sheet = new PdfSheet(title + " " + signed.day().date(), Language.ES.locale(), signed.at())) {
            String stamp = say("sheet.mode." + mode);
            return sheet.paragraph(say("sheet.government") + " · " + say("sheet.centre"))
                    .heading(title)
                    .paragraph(say(
                            "sheet.day",
                            format(signed.day().start(), "dd/MM/yyyy"),
                            Integer.toString(signed.number()),
                            Integer.toString(signed.lines().size())))
                    .table(
                            List.of(
                                    say("sheet.line"),
                                    say("sheet.time"),
                                    say("sheet.who"),
                                    say("sheet.entry"),
                                    say("sheet.what")),
                            signed.lines().stream().map(this::cells).toList(),
                            8,
                            10,
                            24,
                            11,
                            57)
                    .strong(say(
                            "sheet.signed", signed.name(), signed.staff(), format(signed.at(), "dd/MM/yyyy HH:mm:ss")))
                    .strong(say("sheet.hash", signed.hash()))
                    .paragraph(say("sheet.how"))
                    .finish(
                            stamp + " · " + signed.name() + " · " + format(signed.at(), "dd/MM/yyyy HH:mm:ss"),
                            say("sheet.page"));
        }
    }

    private List<String> cells(WorkLogLine line) {
        String text = line.corrects() == null
                ? line.text()
                : say("sheet.corrects", Long.toString(line.corrects()), line.text());
        return List.of(
                Long.toString(line.id()),
                format(line.at(), "HH:mm:ss"),
                line.staffName(),
                line.entryCode() == null ? "" : line.entryCode(),
                text);
    }

    private String say(String key, String... values) {
        String pattern = texts.getString(key);
        return values.length == 0 ? pattern : MessageFormat.format(pattern.replace("'", "''"), (Object[]) values);
    }

    private String format(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atZone(zone));
    }
}
