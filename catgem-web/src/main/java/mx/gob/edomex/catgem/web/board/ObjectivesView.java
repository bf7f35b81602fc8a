package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureTable;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Grouping;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Objectives;
import mx.gob.edomex.catgem.report.Objectives.Objective;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The quality objectives: where each stands this month, how it went in a year, what is aimed at and who answers for it. */
@Named
@RequestScoped
public class ObjectivesView {

    private static final int MONTHS = 12;

    @Inject
    HttpServletRequest request;

    @Inject
    Objectives objectives;

    @Inject
    Figures figures;

    @Inject
    FigureCells cells;

    @Inject
    Installation installation;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private final Map<YearMonth, Map<Measure, Figure>> months = new HashMap<>();
    private List<Standing> standings;
    private List<Line> year;
    private String refused;

    /** An objective with its figure of this month and of the one before. */
    public record Standing(Objective objective, FigureCell now, FigureCell before) {}

    /** @param cells of one month, in the order of the objectives */
    public record Line(String key, String label, List<FigureCell> cells) {}

    private YearMonth current() {
        return YearMonth.from(clock.instant().atZone(installation.timeZone()));
    }

    public String getMonth() {
        return current().toString();
    }

    public String getMonthName() {
        return name(current());
    }

    public String getMonthBefore() {
        return name(current().minusMonths(1));
    }

    public List<Standing> getAll() {
        if (standings == null) {
            YearMonth now = current();
            standings = objectives.all().stream()
                    .map(one -> new Standing(
                            one, cell("now", one.measure(), now), cell("before", one.measure(), now.minusMonths(1))))
                    .toList();
        }
        return standings;
    }

    private FigureCell cell(String place, String measure, YearMonth month) {
        Window window = window(month);
        return measure.equals("UPDATES")
                ? cells.of(place, figures.updates(window), window)
                : cells.of(
                        place,
                        months.computeIfAbsent(month, one -> figures.of(window, Cut.ALL))
                                .get(Measure.valueOf(measure)),
                        window,
                        Cut.ALL);
    }

    /** Twelve months up to this one; those before there were contacts are not there. */
    public List<Line> getYear() {
        if (year == null) {
            Window all = new Window(
                    window(current().minusMonths(MONTHS - 1L)).from(),
                    window(current()).to());
            year = figures.table(all, Cut.ALL, Grouping.MONTH).lines().stream()
                    .map(this::line)
                    .toList();
        }
        return year;
    }

    private Line line(FigureTable.Line line) {
        YearMonth month = YearMonth.parse(line.key());
        months.put(month, line.figures());
        return new Line(
                line.key(),
                name(month),
                objectives.all().stream()
                        .map(one -> cell("y" + line.key(), one.measure(), month))
                        .toList());
    }

    public List<Objectives.Change> getChanges() {
        return objectives.changes();
    }

    public List<Objectives.Lead> getLeads() {
        return objectives.leads();
    }

    public String name(String measure) {
        return measure.equals("UPDATES")
                ? cells.words().text("updates.name")
                : cells.words().name(Measure.valueOf(measure));
    }

    /** In percent, without zeros nobody needs. */
    public String percent(double target) {
        return BigDecimal.valueOf(target).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** What was typed for that objective and refused, or what stands. */
    public String typed(String name, String measure, String stands) {
        return refused != null && measure.equals(text("measure")) ? text(name) : stands;
    }

    public String set() {
        refused = refusals.of(
                () -> objectives.set(text("measure"), number(text("percent")), text("owner"), text("grounds")));
        return refused == null ? "/objectives.xhtml?faces-redirect=true&done=set" : null;
    }

    /** What is no number is refused as one out of range. */
    private static double number(String typed) {
        return typed.matches("\\d{1,3}([.,]\\d{1,3})?") ? Double.parseDouble(typed.replace(',', '.')) : -1;
    }

    private String text(String name) {
        return Parameters.text(request, name);
    }

    public String getRefused() {
        return refused;
    }

    public boolean isDone() {
        return text("done").equals("set") && refused == null;
    }

    private Window window(YearMonth of) {
        return FiguresView.month(of, installation.timeZone());
    }

    private String name(YearMonth of) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", cells.reader().locale()).format(of);
    }
}
