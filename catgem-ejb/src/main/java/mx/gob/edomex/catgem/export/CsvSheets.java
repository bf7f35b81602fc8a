package mx.gob.edomex.catgem.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The tables one below the other, the facts once at the top. */
final class CsvSheets implements Sheets {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;
    private final DateTimeFormatter times;
    private boolean begun;

    CsvSheets(OutputStream out, ZoneId zone) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void begin(String name, List<Export.Fact> facts, List<String> columns) throws IOException {
        if (!begun) {
            begun = true;
            for (Export.Fact fact : facts) {
                printer.printRecord(cell(fact.name()), cell(fact.value()));
            }
        }
        printer.println();
        printer.printRecord(cell(name));
        printer.printRecord(columns.stream().map(this::cell).toList());
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(cell(cell));
        }
        printer.println();
    }

    private Object cell(Object value) {
        if (value instanceof Instant instant) {
            return times.format(instant);
        }
        return value == null || value instanceof Number ? value : PlainCell.of(value.toString());
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
