package mx.gob.edomex.catgem.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet a table, each with the facts above its figures: sheets get printed and copied apart. */
final class XlsxSheets implements Sheets {

    private static final int FLUSHED_EVERY = 1000;
    private static final int NARROW = 14;
    private static final int WIDE = 60;

    private final Workbook workbook;
    private final ZoneId zone;
    private Worksheet sheet;
    private int headings;
    private int columns;
    private int next;

    XlsxSheets(OutputStream out, ZoneId zone) {
        this.workbook = new Workbook(out, "CATGEM", "1.0");
        this.zone = zone;
    }

    @Override
    public void begin(String name, List<Export.Fact> facts, List<String> titles) throws IOException {
        finish();
        sheet = workbook.newWorksheet(name);
        next = 0;
        for (Export.Fact fact : facts) {
            put(next, 0, fact.name());
            put(next, 1, fact.value());
            sheet.style(next, 0).bold().set();
            next++;
        }
        headings = ++next;
        columns = titles.size();
        for (int column = 0; column < columns; column++) {
            put(headings, column, titles.get(column));
            sheet.style(headings, column)
                    .bold()
                    .fillColor("E8E2DA")
                    .wrapText(true)
                    .set();
            sheet.width(
                    column, Math.min(WIDE, Math.max(NARROW, titles.get(column).length() + 2)));
        }
        sheet.freezePane(0, headings + 1);
        next = headings + 1;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            put(next, column, cells.get(column));
        }
        next++;
        if (next % FLUSHED_EVERY == 0) {
            sheet.flush();
        }
    }

    private void put(int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant instant) {
            sheet.value(row, column, instant.atZone(zone).toLocalDateTime());
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value != null) {
            // Inline: shared strings would keep every text of a long list in memory.
            sheet.inlineString(row, column, PlainCell.of(value.toString()));
        }
    }

    private void finish() throws IOException {
        if (sheet != null) {
            if (next > headings + 1) {
                sheet.setAutoFilter(headings, 0, next - 1, columns - 1);
            }
            sheet.finish();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        workbook.close();
    }
}
