package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.contact.ListChoices;
import mx.gob.edomex.catgem.contact.QueueBoard;
import mx.gob.edomex.catgem.contact.QueueQueries;
import mx.gob.edomex.catgem.contact.RaisedHands;
import mx.gob.edomex.catgem.contact.Steering;
import mx.gob.edomex.catgem.report.AlertRules;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureNames;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.web.folio.FolioWords;
import mx.gob.edomex.catgem.web.shell.Person;

/** The centre as it is now, and how it has done: for who leads it, and without people for the direction. */
@Named
@RequestScoped
public class DashboardView {

    private static final int SHOWN = 25;

    /** Measures of the overview, a row each. */
    private static final List<Measure> ROWS = List.of(
            Measure.SERVICE_LEVEL, Measure.ASA, Measure.ABANDON_RATE, Measure.AHT, Measure.OFFERED, Measure.ANSWERED);

    @Inject
    QueueQueries queue;

    @Inject
    Steering steering;

    @Inject
    RaisedHands hands;

    @Inject
    AlertRules rules;

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

    @Inject
    Person person;

    @Inject
    Clock clock;

    private QueueBoard board;
    private List<RaisedHands.Hand> raised;
    private List<QueueBoard.InHand> inHand;
    private Instant now;
    private Window shift;
    private Map<Measure, Figure> month;

    /** A row of the overview: one measure in each window. */
    public record Row(String name, List<FigureCell> cells) {}

    /** The direction sees what waits and nobody in it. */
    public QueueBoard getBoard() {
        if (board == null) {
            board = person.isSteering() ? queue.board(cells.reader(), SHOWN) : queue.outline(cells.reader());
        }
        return board;
    }

    public List<QueueBoard.InHand> getInHand() {
        if (inHand == null) {
            inHand = queue.inHand(cells.reader());
        }
        return inHand;
    }

    public List<RaisedHands.Hand> getHands() {
        if (raised == null) {
            raised = hands.open();
        }
        return raised;
    }

    /** Ids of the open alerts that make a sound, and of the others, for the page to tell which are new. */
    public String getSounding() {
        Set<String> loud = Set.copyOf(rules.sounding());
        return getBoard().alerts().stream()
                .filter(alert -> loud.contains(alert.kind()) || alert.severity().equals("CRITICAL"))
                .map(alert -> Long.toString(alert.id()))
                .collect(Collectors.joining(" "));
    }

    public Instant getAt() {
        if (now == null) {
            now = clock.instant();
        }
        return now;
    }

    private Window last() {
        return Window.last(FigureChoice.NOW, getAt());
    }

    private Window today() {
        return Window.of(LocalDay.of(getAt(), zone()));
    }

    private Window shift() {
        if (shift == null) {
            shift = names.currentShift(getAt());
        }
        return shift;
    }

    private Window month() {
        LocalDate day = LocalDay.of(getAt(), zone()).date();
        return Window.days(day.withDayOfMonth(1), day, zone());
    }

    private ZoneId zone() {
        return installation.timeZone();
    }

    private Map<Measure, Figure> monthly() {
        if (month == null) {
            month = figures.of(month(), Cut.ALL);
        }
        return month;
    }

    /** Now, this shift, today, this month. */
    public List<Row> getOverview() {
        var recent = figures.of(last(), Cut.ALL);
        var shift = figures.of(shift(), Cut.ALL);
        var day = figures.of(today(), Cut.ALL);
        return ROWS.stream()
                .map(measure -> new Row(
                        cells.words().name(measure),
                        List.of(
                                cells.of("now", recent.get(measure), last(), Cut.ALL),
                                cells.of("shift", shift.get(measure), shift(), Cut.ALL),
                                cells.of("day", day.get(measure), today(), Cut.ALL),
                                cells.of("month", monthly().get(measure), month(), Cut.ALL))))
                .toList();
    }

    /** Indicators 1, 2 and 3, this month. */
    public List<FigureCell> getIndicators() {
        return List.of(
                cells.of("ind", monthly().get(Measure.SATISFACTION), month(), Cut.ALL),
                cells.of("ind", figures.updates(month()), month()),
                cells.of("ind", monthly().get(Measure.ANSWER_IN_TIME), month(), Cut.ALL));
    }

    /** What stands beside indicator 1: the response rate, and mail apart. */
    public List<FigureCell> getBesideSatisfaction() {
        return Stream.of(Measure.SURVEY_RESPONSE, Measure.SATISFACTION_BY_MAIL)
                .map(measure -> cells.of("ind", monthly().get(measure), month(), Cut.ALL))
                .toList();
    }

    /** What stands beside indicator 3: what was left out, and why. */
    public List<FigureCell> getLeftOut() {
        return Stream.of(Measure.EARLY_EXITS, Measure.REFERRED)
                .map(measure -> cells.of("ind", monthly().get(measure), month(), Cut.ALL))
                .toList();
    }

    /** Indicator 3 by channel. */
    public List<Row> getAnswerByChannel() {
        return figures.table(month(), Cut.ALL, Grouping.CHANNEL).lines().stream()
                .map(line -> new Row(
                        words.of("channel", line.key()),
                        List.of(cells.of(
                                "ch" + line.key(),
                                line.get(Measure.ANSWER_IN_TIME),
                                month(),
                                Cut.ofChannel(line.key())))))
                .toList();
    }

    public List<ListChoices.Choice> getTopics() {
        return steering.topics(cells.reader());
    }

    public List<ListChoices.Choice> getDispositions() {
        return steering.dispositions(cells.reader());
    }

    public List<ListChoices.Choice> getReasons() {
        return steering.reasons(cells.reader());
    }
}
