package mx.gob.edomex.catgem.web.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureTable;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.report.UpdateFigure;
import mx.gob.edomex.catgem.report.WilsonInterval;

/**
 * A table of figures with what an honest reader needs beside them.
 *
 * @param upTo the moment up to which the ledger had been taken in
 * @param measures name and formula of every figure, in the reader's language
 */
@JsonbPropertyOrder({"from", "to", "by", "asked", "upTo", "lines", "updates", "measures"})
public record FigureDocument(
        Instant from,
        Instant to,
        String by,
        Instant asked,
        Instant upTo,
        List<Line> lines,
        Updates updates,
        List<Definition> measures) {

    /** The figures of one key by the name of their measure. */
    @JsonbPropertyOrder({"key", "figures"})
    public record Line(String key, Map<String, Value> figures) {}

    /**
     * @param value a count, a proportion 0 to 1, or seconds, as precise as it is; absent when there is nothing to count
     * @param shown as on the screens: a count, percent or seconds with one decimal; absent when there is too little
     * @param low lower bound of the 95 % Wilson interval of a proportion
     */
    @JsonbPropertyOrder({"value", "shown", "n", "hits", "low", "high", "enough"})
    public record Value(Double value, BigDecimal shown, long n, Long hits, Double low, Double high, boolean enough) {}

    /** Indicator 2: directory updates registered in the window, whatever the other filters. */
    @JsonbPropertyOrder({"value", "n", "published", "inTime", "openLate", "meanSeconds", "low", "high"})
    public record Updates(
            Double value,
            int n,
            int published,
            int inTime,
            int openLate,
            Double meanSeconds,
            Double low,
            Double high) {}

    /** @param kind COUNT, RATE, SHARE (a proportion of time, of which n are people) or TIME */
    @JsonbPropertyOrder({"measure", "kind", "name", "formula"})
    public record Definition(String measure, String kind, String name, String formula) {}

    static FigureDocument of(FigureTable table, UpdateFigure updates, MeasureWords words) {
        return new FigureDocument(
                table.window().from(),
                table.window().to(),
                table.grouping().name(),
                table.asked(),
                table.upTo(),
                table.lines().stream().map(FigureDocument::line).toList(),
                updates(updates),
                Arrays.stream(Measure.values())
                        .map(one -> new Definition(one.name(), kind(one), words.name(one), words.formula(one)))
                        .toList());
    }

    private static Line line(FigureTable.Line line) {
        Map<String, Value> figures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            figures.put(measure.name(), value(line.get(measure)));
        }
        return new Line(line.key(), figures);
    }

    private static Value value(Figure figure) {
        WilsonInterval interval = figure.interval();
        return new Value(
                figure.value(),
                figure.shown(),
                figure.n(),
                figure.measure().isRate() ? Long.valueOf(figure.hits()) : null,
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                figure.enough());
    }

    private static Updates updates(UpdateFigure updates) {
        WilsonInterval interval = updates.interval();
        return new Updates(
                updates.value(),
                updates.n(),
                updates.published(),
                updates.inTime(),
                updates.openLate(),
                updates.meanSeconds(),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()));
    }

    private static String kind(Measure measure) {
        return measure.isCount() ? "COUNT" : measure.isRate() ? "RATE" : measure.isShare() ? "SHARE" : "TIME";
    }
}
