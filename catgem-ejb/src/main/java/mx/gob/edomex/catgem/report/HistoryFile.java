package mx.gob.edomex.catgem.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.report.HistoryMonth.Line;
import mx.gob.edomex.catgem.report.ImportFault.Kind;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of monthly values: {@code channel,year,month,contacts}, RFC 4180 in UTF-8. It is read to the end, so that a
 * person sees everything that is wrong at once.
 */
final class HistoryFile {

    static final List<String> HEADER = List.of("channel", "year", "month", "contacts");
    private static final int MOST_LINES = 5_000;
    private static final int MOST_FAULTS = 200;
    private static final int SHOWN = 40;
    private static final int LARGEST = 10_000_000;

    private final YearMonth thisMonth;
    private final Map<String, HistoryMonth> months = new LinkedHashMap<>();
    private final Map<String, Long> seen = new LinkedHashMap<>();
    private final List<ImportFault> faults = new ArrayList<>();

    private HistoryFile(YearMonth thisMonth) {
        this.thisMonth = thisMonth;
    }

    /** @param thisMonth the first that is too new to be history */
    static HistoryFile read(byte[] content, YearMonth thisMonth) {
        HistoryFile file = new HistoryFile(thisMonth);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            file.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            file.fault(0, Kind.NOT_UTF8, "");
        } catch (UncheckedIOException | IOException e) {
            file.fault(0, Kind.COLUMNS, ""); // a quote that nobody closed
        }
        return file;
    }

    List<HistoryMonth> months() {
        return List.copyOf(months.values());
    }

    List<ImportFault> faults() {
        return faults;
    }

    /** Where a month stands in the file. */
    long line(HistoryMonth month) {
        return seen.getOrDefault(month.key(), 0L);
    }

    private void parse(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                new StringReader(text),
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())) {
            boolean header = true;
            for (CSVRecord row : parser) {
                if (header) {
                    header = false;
                    if (!row.stream().map(String::strip).toList().equals(HEADER)) {
                        fault(parser.getCurrentLineNumber(), Kind.HEADER, String.join(",", row.toList()));
                        return;
                    }
                } else if (row.getRecordNumber() > MOST_LINES) {
                    fault(parser.getCurrentLineNumber(), Kind.TOO_LONG, "");
                    return;
                } else if (faults.size() < MOST_FAULTS) {
                    read(parser.getCurrentLineNumber(), row);
                }
            }
            if (months.isEmpty() && faults.isEmpty()) {
                fault(0, Kind.EMPTY_FILE, "");
            }
        }
        gaps();
    }

    private void read(long at, CSVRecord row) {
        if (row.size() != HEADER.size()) {
            fault(at, Kind.COLUMNS, Integer.toString(row.size()));
            return;
        }
        int before = faults.size();
        Line line = line(at, row.get(0).strip());
        int year = number(at, row.get(1).strip(), 2000, 2100, Kind.YEAR);
        int month = number(at, row.get(2).strip(), 1, 12, Kind.MONTH);
        int contacts = contacts(at, row.get(3).strip());
        if (line == null || year < 0 || month < 0) {
            return;
        }
        HistoryMonth read = new HistoryMonth(line, year, month, Math.max(0, contacts), null, null);
        if (seen.putIfAbsent(read.key(), at) != null) {
            fault(at, Kind.DUPLICATE, read.key());
        } else if (!YearMonth.of(year, month).isBefore(thisMonth)) {
            fault(at, Kind.FUTURE, read.key());
        } else if (faults.size() == before) {
            months.put(read.key(), read);
        }
    }

    private Line line(long at, String text) {
        for (Line line : Line.values()) {
            if (line.name().equals(text)) {
                return line;
            }
        }
        fault(at, Kind.LINE_UNKNOWN, text);
        return null;
    }

    private int number(long at, String text, int least, int most, Kind otherwise) {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        fault(at, otherwise, text);
        return -1;
    }

    private int contacts(long at, String text) {
        if (text.isEmpty()) {
            fault(at, Kind.VALUE_MISSING, "");
        } else if (text.matches("-\\d+")) {
            fault(at, Kind.NEGATIVE, text);
        } else if (!text.matches("\\d+")) {
            fault(at, Kind.NOT_A_NUMBER, text);
        } else if (text.length() > 8 || Integer.parseInt(text) > LARGEST) {
            fault(at, Kind.TOO_LARGE, text);
        } else {
            return Integer.parseInt(text);
        }
        return -1;
    }

    /** A year that is compared with others must be whole, as far as it has passed. */
    private void gaps() {
        Set<String> years = new TreeSet<>();
        seen.keySet().forEach(key -> years.add(key.substring(0, key.length() - 3)));
        for (String year : years) {
            IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> String.format(java.util.Locale.ROOT, "%s-%02d", year, month))
                    .filter(key -> !seen.containsKey(key))
                    .filter(key ->
                            YearMonth.parse(key.substring(key.indexOf('-') + 1)).isBefore(thisMonth))
                    .forEach(key -> fault(0, Kind.MONTH_MISSING, key));
        }
    }

    private void fault(long line, Kind kind, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ImportFault(line, kind, what.length() > SHOWN ? what.substring(0, SHOWN) + "…" : what));
        }
    }
}
