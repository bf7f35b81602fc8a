package mx.gob.edomex.catgem.quality.proof;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.evidence.TimelineEntry;
import mx.gob.edomex.catgem.evidence.log.BundleContent;
import mx.gob.edomex.catgem.export.PdfSheet;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Language;

/** What a person reads of a bundle; an official paper, so in Spanish whoever takes it. It proves nothing by itself. */
final class EvidencePaper {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("mx.gob.edomex.catgem.quality.proof.Paper", Language.ES.locale());
    private final BundleContent content;
    private final String title;
    private final CentreMode mode;
    private final ZoneId zone;
    private final String by;
    private final Instant at;
    private final String mark;

    /** @param mark across each page; empty for none */
    EvidencePaper(
            BundleContent content, String title, CentreMode mode, ZoneId zone, String by, Instant at, String mark) {
        this.content = content;
        this.title = title;
        this.mode = mode;
        this.zone = zone;
        this.by = by;
        this.at = at;
        this.mark = mark;
    }

    /** @param waiting rows recorded too lately to be sealed */
    byte[] ofFolio(String folio, List<TimelineEntry> timeline, long waiting) {
        try (PdfSheet sheet = begun(say("folio", folio))) {
            if (waiting > 0) {
                sheet.strong(say("waiting", waiting));
            }
            List<List<String>> rows = timeline.stream().map(this::cells).toList();
            sheet.table(
                    List.of(say("time"), say("what"), say("who"), say("how"), say("more")), rows, 17, 34, 16, 15, 18);
            return finished(sheet);
        }
    }

    byte[] ofSample(DrawnSample sample) {
        try (PdfSheet sheet = begun(say("sample", title, sample.title()))) {
            sheet.strong(say("sample.record"));
            sample.record().forEach(line -> sheet.paragraph(say("record." + line.name()) + ": " + line.value()));
            List<List<String>> rows = sample.folios().stream()
                    .map(one -> List.of(
                            Integer.toString(one.ordinal()),
                            one.folio(),
                            one.procedure(),
                            say("verdict." + one.verdict())))
                    .toList();
            sheet.table(
                    List.of(say("ordinal"), say("sample.folio"), say("procedure"), say("verdict")),
                    rows,
                    8,
                    24,
                    20,
                    48);
            return finished(sheet.paragraph(say("sample.how")));
        }
    }

    byte[] ofDay() {
        try (PdfSheet sheet = begun(say("day", title))) {
            return finished(sheet);
        }
    }

    private PdfSheet begun(String heading) {
        return new PdfSheet(heading, Language.ES.locale(), at)
                .watermark(mark)
                .paragraph(say("centre"))
                .heading(heading)
                .paragraph(say("facts", content.size(), content.logSize()));
    }

    private byte[] finished(PdfSheet sheet) {
        return sheet.strong(say("checkpoint"))
                .paragraph(content.lastCheckpoint())
                .paragraph(say("how"))
                .finish(say("mode." + mode) + " · " + by + " · " + time(at), say("page"));
    }

    private List<String> cells(TimelineEntry entry) {
        String what = entry.step()
                ? entry.stepCode() + " " + Objects.toString(entry.stepName(), "") + " (" + entry.procedure() + " v"
                        + entry.version() + ", " + say("k", entry.k()) + ")"
                : entry.stateTo() == null
                        ? entry.code()
                        : entry.code() + ": " + entry.stateFrom() + " - " + entry.stateTo();
        String who = Objects.toString(entry.staffNumber(), Objects.toString(entry.staff(), ""));
        return List.of(
                time(entry.at()),
                what,
                (who + " " + Objects.toString(entry.role(), "")).strip(),
                entry.source() + (entry.basis() == null ? "" : " · " + say("basis." + entry.basis())),
                more(entry));
    }

    private static String more(TimelineEntry entry) {
        String codes = (Objects.toString(entry.outcome(), "") + " " + Objects.toString(entry.reason(), "")).strip();
        String refs = entry.refs().isEmpty() ? "" : entry.refs().toString().replaceAll("[{}]", "");
        return (codes + " " + refs).strip();
    }

    /** How a bundle is checked, beside it in the zip. */
    String readMe() {
        return say("readme", title, content.size());
    }

    private String say(String key, Object... values) {
        String pattern = texts.getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), Language.ES.locale()).format(values);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).format(instant.atZone(zone));
    }
}
