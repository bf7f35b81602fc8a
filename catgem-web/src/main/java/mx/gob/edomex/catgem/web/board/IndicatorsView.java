package mx.gob.edomex.catgem.web.board;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureTable;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.folio.FolioWords;

/** A month of the centre for those who answer for it: the indicators, beside the month before, and a year of them. */
@Named
@RequestScoped
public class IndicatorsView {

    private static final int MONTHS = 12;
    private static final int CHOICES = 24;
    private static final List<Measure> BESIDE = List.of(
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.SERVICE_LEVEL,
            Measure.ABANDON_RATE,
            Measure.ASA,
            Measure.AHT,
            Measure.OCCUPANCY,
            Measure.FIRST_CONTACT_RESOLUTION,
            Measure.FIRST_CONTACT_PENDING,
            Measure.SATISFACTION_BY_MAIL,
            Measure.SURVEY_RESPONSE,
            Measure.ANSWER_SECONDS);
    private static final List<Measure> BY_CHANNEL = List.of(
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.SERVICE_LEVEL,
            Measure.ABANDON_RATE,
            Measure.ASA,
            Measure.ANSWER_IN_TIME);
    private static final List<Measure> OVER_A_YEAR = List.of(
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.ABANDONED,
            Measure.SERVICE_LEVEL,
            Measure.ABANDON_RATE,
            Measure.ASA,
            Measure.FIRST_CONTACT_RESOLUTION,
            Measure.SATISFACTION,
            Measure.ANSWER_IN_TIME);

    @Inject
    HttpServletRequest request;

    @Inject
    Figures figures;

    @Inject
    FigureCells cells;

    @Inject
    FolioWords words;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private List<Line> year;
    private List<Line> channels;
    private YearMonth current;
    private YearMonth month;
    private boolean misread;
    private Map<Measure, Figure> now;
    private Map<Measure, Figure> before;

    /** A figure beside the same of the month before. */
    public record Pair(FigureCell now, FigureCell before) {}

    /** @param cells of one month or channel, in the order of the columns */
    public record Line(String key, String label, List<FigureCell> cells) {}

    @PostConstruct
    void read() {
        current = YearMonth.from(clock.instant().atZone(installation.timeZone()));
        month = current;
        String asked = request.getParameter("month");
        if (asked != null && !asked.isBlank()) {
            try {
                month = YearMonth.parse(asked.strip());
                misread = month.isAfter(current) || month.getYear() < 2000;
            } catch (DateTimeException e) {
                misread = true;
            }
        }
        if (misread) {
            month = current;
        }
    }

    /** Whether the address asked for a month that is none or still to come. */
    public boolean isMisread() {
        return misread;
    }

    public String getMonth() {
        return month.toString();
    }

    public String getMonthName() {
        return name(month);
    }

    public String getMonthBefore() {
        return name(month.minusMonths(1));
    }

    /** The month is not over: its figures still change. */
    public boolean isGoingOn() {
        return month.equals(current);
    }

    public Instant getAt() {
        return clock.instant();
    }

    public List<FiguresView.Option> getMonths() {
        return Stream.iterate(current, one -> one.minusMonths(1))
                .limit(CHOICES)
                .map(one -> new FiguresView.Option(one.toString(), name(one)))
                .toList();
    }

    /** Address of the same month as a table to take away. */
    public String getQuery() {
        return FigureChoice.query(window(month), Cut.ALL);
    }

    /** The three indicators, in their order. */
    public List<Pair> getIndicators() {
        return List.of(
                pair(Measure.SATISFACTION),
                new Pair(updates("now", month), updates("before", month.minusMonths(1))),
                pair(Measure.ANSWER_IN_TIME));
    }

    public List<Pair> getBeside() {
        return BESIDE.stream().map(this::pair).toList();
    }

    public List<Line> getChannels() {
        if (channels == null) {
            channels = byChannel();
        }
        return channels;
    }

    private List<Line> byChannel() {
        return figures.table(window(month), Cut.ALL, Grouping.CHANNEL).lines().stream()
                .map(line -> new Line(
                        line.key(),
                        words.of("channel", line.key()),
                        BY_CHANNEL.stream()
                                .map(measure -> cells.of(
                                        "ch" + line.key(), line.get(measure), window(month), Cut.ofChannel(line.key())))
                                .toList()))
                .toList();
    }

    /** Twelve months up to the chosen one; those before there were contacts are not there. */
    public List<Line> getYear() {
        if (year == null) {
            Window all = new Window(
                    window(month.minusMonths(MONTHS - 1L)).from(), window(month).to());
            year = figures.table(all, Cut.ALL, Grouping.MONTH).lines().stream()
                    .map(this::line)
                    .toList();
        }
        return year;
    }

    private Line line(FigureTable.Line line) {
        YearMonth of = YearMonth.parse(line.key());
        List<FigureCell> shown = new ArrayList<>();
        OVER_A_YEAR.forEach(measure -> shown.add(cells.of("y" + line.key(), line.get(measure), window(of), Cut.ALL)));
        shown.add(updates("y" + line.key(), of));
        return new Line(line.key(), name(of), shown);
    }

    private Pair pair(Measure measure) {
        if (now == null) {
            now = figures.of(window(month), Cut.ALL);
            before = figures.of(window(month.minusMonths(1)), Cut.ALL);
        }
        return new Pair(
                cells.of("now", now.get(measure), window(month), Cut.ALL),
                cells.of("before", before.get(measure), window(month.minusMonths(1)), Cut.ALL));
    }

    /** How a figure went on, in its own unit; empty when one of the two is missing. */
    public String change(Pair pair) {
        if (pair.now().shown().isEmpty()
                || pair.before().shown().isEmpty()
                || pair.now().few()
                || pair.before().few()) {
            return "";
        }
        BigDecimal by = new BigDecimal(pair.now().shown())
                .subtract(new BigDecimal(pair.before().shown()));
        Measure measure = Measure.valueOf(pair.now().measure());
        String unit = measure.isCount() ? "" : measure.isTime() ? " s" : " pp";
        return (by.signum() > 0 ? "+" : "") + by.toPlainString() + unit;
    }

    private FigureCell updates(String place, YearMonth of) {
        return cells.of(place, figures.updates(window(of)), window(of));
    }

    private Window window(YearMonth of) {
        return FiguresView.month(of, installation.timeZone());
    }

    private String name(YearMonth of) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", cells.reader().locale()).format(of);
    }
}
