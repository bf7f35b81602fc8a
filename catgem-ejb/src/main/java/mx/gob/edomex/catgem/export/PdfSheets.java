package mx.gob.edomex.catgem.export;

import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mx.gob.edomex.catgem.shared.Language;

/** The tables one below the other on paper, the facts once at the top; a column is as wide as its words ask for. */
final class PdfSheets implements Sheets {

    /** Letters: narrower no heading can be read, wider one column would leave the others no room. */
    private static final int NARROWEST = 6;

    private static final int WIDEST = 40;

    /** Rows of a table: more fill hundreds of pages that nobody reads; a workbook has them all. */
    static final int MOST = 2_000;

    private final OutputStream out;
    private final Language language;
    private final Instant at;
    private final DateTimeFormatter times;
    private final List<List<String>> rows = new ArrayList<>();
    private PdfSheet sheet;
    private String stamp;
    private String mark = "";
    private List<String> columns;
    private int given;

    PdfSheets(OutputStream out, ZoneId zone, Language language, Instant at) {
        this.out = out;
        this.language = language;
        this.at = at;
        times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void mark(String text) {
        mark = text;
    }

    @Override
    public void begin(String name, List<Export.Fact> facts, List<String> columns) {
        if (sheet == null) {
            open(facts);
        } else {
            flush();
        }
        this.columns = columns;
        sheet.strong(name);
    }

    private void open(List<Export.Fact> facts) {
        String title = facts.get(0).name();
        sheet = new PdfSheet(title, language.locale(), at).watermark(mark);
        sheet.heading(title);
        List<String> lines = facts.stream().skip(1).map(this::line).toList();
        lines.forEach(sheet::paragraph);
        stamp = lines.get(0);
    }

    private String line(Export.Fact fact) {
        return fact.value() == null ? fact.name() : fact.name() + ": " + text(fact.value());
    }

    @Override
    public void row(List<?> cells) {
        given++;
        if (rows.size() < MOST) {
            rows.add(cells.stream().map(this::text).toList());
        }
    }

    private String text(Object value) {
        return value == null ? "" : value instanceof Instant instant ? times.format(instant) : value.toString();
    }

    @Override
    public void scannable(Export.Scannable code) {
        flush();
        sheet.section(code.title()).paragraph(code.hint()).qr(code.text()).paragraph(code.text());
    }

    private void flush() {
        if (columns == null) {
            return;
        }
        float[] shares = new float[columns.size()];
        for (int column = 0; column < shares.length; column++) {
            int wanted = columns.get(column).length();
            for (List<String> row : rows) {
                wanted = Math.max(wanted, row.get(column).length());
            }
            shares[column] = Math.max(NARROWEST, Math.min(WIDEST, wanted));
        }
        sheet.table(columns, rows, shares);
        if (given > rows.size()) {
            sheet.strong(new MessageFormat(Exports.words(language).getString("cut"), language.locale())
                    .format(new Object[] {rows.size(), given}));
        }
        rows.clear();
        given = 0;
        columns = null;
    }

    @Override
    public void close() throws IOException {
        if (sheet == null) {
            return; // nothing was begun: the export failed before
        }
        try (PdfSheet finished = sheet) {
            flush();
            out.write(finished.finish(stamp, "%d / %d"));
        }
    }
}
