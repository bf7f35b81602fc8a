package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureTargets;
import mx.gob.edomex.catgem.report.FigureTargets.Target;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.report.UpdateFigure;
import mx.gob.edomex.catgem.report.WilsonInterval;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** Draws figures: number and unit, interval, target, and where its contacts are. */
@RequestScoped
public class FigureCells {

    @Inject
    PageLanguage language;

    @Inject
    FigureTargets targets;

    private MeasureWords words;
    private Map<String, Target> byMeasure;

    MeasureWords words() {
        if (words == null) {
            words = MeasureWords.in(reader());
        }
        return words;
    }

    Language reader() {
        return Language.of(language.getLocale());
    }

    /** @param place where on the page, so that the same figure may stand there twice */
    FigureCell of(String place, Figure figure, Window window, Cut cut) {
        String name = figure.measure().name();
        BigDecimal shown = figure.shown();
        boolean few = figure.n() > 0 && !figure.enough();
        return new FigureCell(
                place + "-" + name,
                name,
                words().name(figure.measure()),
                words().formula(figure.measure()),
                shown == null ? "" : shown.toPlainString(),
                text(figure, shown),
                figure.n(),
                figure.hits(),
                figure.measure().isRate(),
                interval(figure.interval()),
                few,
                shown == null ? "" : level(name, figure.value()),
                target(name),
                window,
                "figure.xhtml?measure=" + name + "&" + FigureChoice.query(window, cut));
    }

    FigureCell of(String place, UpdateFigure updates, Window window) {
        BigDecimal shown = updates.shown();
        return new FigureCell(
                place + "-UPDATES",
                "UPDATES",
                words().text("updates.name"),
                words().text("updates.formula"),
                shown == null ? "" : shown.toPlainString(),
                shown == null ? "–" : percent(shown),
                updates.decided(),
                updates.inTime(),
                true,
                interval(updates.interval()),
                false,
                shown == null ? "" : level("UPDATES", updates.value()),
                target("UPDATES"),
                window,
                "");
    }

    private static String text(Figure figure, BigDecimal shown) {
        if (shown == null) {
            return "–";
        } else if (figure.measure().isCount()) {
            return String.format(Locale.ROOT, "%,d", figure.n());
        } else if (!figure.measure().isTime()) {
            return percent(shown);
        }
        long seconds = Math.round(figure.value());
        return shown.doubleValue() < 60
                ? shown + " s"
                : seconds < 3600
                        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                        : String.format(Locale.ROOT, "%d:%02d:%02d h", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String percent(BigDecimal shown) {
        return shown + " %";
    }

    private static String interval(WilsonInterval interval) {
        return interval == null
                ? ""
                : String.format(Locale.ROOT, "%.1f–%.1f %%", interval.low() * 100, interval.high() * 100);
    }

    private String level(String measure, Double value) {
        Target target = targets().get(measure);
        return target == null || value == null ? "" : target.isReached(value) ? "ok" : "danger";
    }

    private String target(String measure) {
        Target target = targets().get(measure);
        return target == null
                ? ""
                : (target.atMost() ? "≤ " : "≥ ")
                        + BigDecimal.valueOf(target.target())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %";
    }

    private Map<String, Target> targets() {
        if (byMeasure == null) {
            List<Target> all = targets.all();
            byMeasure = all.stream().collect(Collectors.toMap(Target::measure, Function.identity()));
        }
        return byMeasure;
    }
}
