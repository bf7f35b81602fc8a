package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.FigureNames;
import mx.gob.edomex.catgem.report.FigureTable;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.folio.FolioWords;

/** Figures of a period, divided as its reader likes, as table and as chart. */
@Named
@RequestScoped
public class FiguresView {

    /** What the table shows; the rest is in the summary above it and in the export. */
    private static final List<Measure> COLUMNS = List.of(
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.ABANDONED,
            Measure.SERVICE_LEVEL,
            Measure.ABANDON_RATE,
            Measure.ASA,
            Measure.WAIT_P90,
            Measure.AHT,
            Measure.OCCUPANCY,
            Measure.ANSWER_IN_TIME,
            Measure.FIRST_CONTACT_RESOLUTION,
            Measure.SATISFACTION);

    @Inject
    FigureChoice chosen;

    @Inject
    Figures figures;

    @Inject
    FigureNames names;

    @Inject
    FigureCells cells;

    @Inject
    FolioWords words;

    @Inject
    Installation installation;

    private FigureTable table;
    private List<Line> lines;
    private Map<String, String> keys;

    /** A line as drawn; label says the key in words. */
    public record Line(String key, String label, List<FigureCell> cells) {}

    /** A choice of a list. */
    public record Option(String code, String name) {}

    public FigureTable getTable() {
        if (table == null) {
            boolean closed = chosen.getGrouping() == Grouping.ADVISOR && !figures.maySeePeople();
            table = figures.table(chosen.getWindow(), cut(), closed ? Grouping.CHANNEL : chosen.getGrouping());
        }
        return table;
    }

    private Cut cut() {
        Cut cut = chosen.getCut();
        return figures.maySeePeople()
                ? cut
                : new Cut(cut.channel(), cut.entryPoint(), cut.topic(), cut.language(), cut.priority(), null);
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = getTable().lines().stream().map(this::line).toList();
        }
        return lines;
    }

    private Line line(FigureTable.Line line) {
        Grouping grouping = getTable().grouping();
        Window window = within(grouping, line.key());
        Cut cut = narrowed(grouping, line.key());
        String place = "l" + Integer.toHexString(line.key().hashCode());
        return new Line(
                line.key(),
                label(grouping, line.key()),
                COLUMNS.stream()
                        .map(measure -> cells.of(place, line.get(measure), window, cut))
                        .toList());
    }

    /** Every measure of the whole period. */
    public List<FigureCell> getSummary() {
        var whole = figures.of(chosen.getWindow(), cut());
        return Stream.concat(
                        Arrays.stream(Measure.values())
                                .map(measure -> cells.of("all", whole.get(measure), chosen.getWindow(), cut())),
                        Stream.of(cells.of("all", figures.updates(chosen.getWindow()), chosen.getWindow())))
                .toList();
    }

    /** The lines' own window, so that the contacts behind a cell are those of the cell. */
    private Window within(Grouping grouping, String key) {
        Window all = chosen.getWindow();
        ZoneId zone = installation.timeZone();
        Window one =
                switch (grouping) {
                    case MINUTES_15 -> interval(key, 15);
                    case MINUTES_30 -> interval(key, 30);
                    case HOUR -> interval(key, 60);
                    case SHIFT -> key.isEmpty() ? all : names.shift(key);
                    case DAY -> Window.days(LocalDate.parse(key), LocalDate.parse(key), zone);
                    case MONTH -> month(YearMonth.parse(key), zone);
                    default -> all;
                };
        return new Window(
                one.from().isBefore(all.from()) ? all.from() : one.from(),
                one.to().isAfter(all.to()) ? all.to() : one.to());
    }

    static Window month(YearMonth month, ZoneId zone) {
        return Window.days(month.atDay(1), month.atEndOfMonth(), zone);
    }

    private static Window interval(String key, int minutes) {
        Instant from = Instant.parse(key);
        return new Window(from, from.plusSeconds(minutes * 60L));
    }

    private Cut narrowed(Grouping grouping, String key) {
        Cut cut = cut();
        return switch (grouping) {
            case CHANNEL -> new Cut(key, cut.entryPoint(), cut.topic(), cut.language(), cut.priority(), cut.advisor());
            case ENTRY_POINT -> new Cut(cut.channel(), key, cut.topic(), cut.language(), cut.priority(), cut.advisor());
            case TOPIC -> new Cut(cut.channel(), cut.entryPoint(), key, cut.language(), cut.priority(), cut.advisor());
            case LANGUAGE -> new Cut(cut.channel(), cut.entryPoint(), cut.topic(), key, cut.priority(), cut.advisor());
            case PRIORITY -> new Cut(cut.channel(), cut.entryPoint(), cut.topic(), cut.language(), key, cut.advisor());
            case ADVISOR -> new Cut(cut.channel(), cut.entryPoint(), cut.topic(), cut.language(), cut.priority(), key);
            default -> cut;
        };
    }

    private String label(Grouping grouping, String key) {
        return switch (grouping) {
            case NONE -> cells.words().name(Grouping.NONE);
            case CHANNEL -> words.of("channel", key);
            case LANGUAGE -> words.of("language", key);
            case PRIORITY -> words.of("priority", key);
            case ENTRY_POINT, TOPIC, ADVISOR -> key.isEmpty() ? "–" : names().getOrDefault(key, key);
            case DAY -> day(key);
            case MONTH -> DateTimeFormatter.ofPattern("MMM yyyy", locale()).format(YearMonth.parse(key));
            case SHIFT ->
                key.isEmpty()
                        ? "–"
                        : day(key.substring(0, 10)) + " · "
                                + names().getOrDefault(key.substring(11), key.substring(11));
            default ->
                DateTimeFormatter.ofPattern(isOneDay() ? "HH:mm" : "d MMM HH:mm", locale())
                        .format(Instant.parse(key).atZone(installation.timeZone()));
        };
    }

    private String day(String date) {
        return DateTimeFormatter.ofPattern("EEE d MMM", locale()).format(LocalDate.parse(date));
    }

    private boolean isOneDay() {
        return chosen.getWindow().length().toHours() <= 26;
    }

    private Locale locale() {
        return cells.reader().locale();
    }

    private Map<String, String> names() {
        if (keys == null) {
            keys = names.of(getTable().grouping(), cells.reader());
        }
        return keys;
    }

    public List<Option> getTopics() {
        return names.of(Grouping.TOPIC, cells.reader()).entrySet().stream()
                .map(one -> new Option(one.getKey(), one.getValue()))
                .toList();
    }

    public List<Option> getGroupings() {
        return Arrays.stream(Grouping.values())
                .filter(one -> one != Grouping.NONE && (one != Grouping.ADVISOR || figures.maySeePeople()))
                .map(one -> new Option(one.name(), cells.words().name(one)))
                .toList();
    }

    public String getGroupingName() {
        return cells.words().name(getTable().grouping());
    }

    /** Whether the chart runs along time; else it compares. */
    public boolean isAlongTime() {
        return getTable().grouping().isTime();
    }
}
