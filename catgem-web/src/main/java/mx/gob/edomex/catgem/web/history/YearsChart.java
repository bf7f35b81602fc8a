package mx.gob.edomex.catgem.web.history;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.report.History;
import mx.gob.edomex.catgem.report.HistoryMonth.Line;

/**
 * One line a year over twelve months, as Chart.js wants it. Years differ by dashes and signs as well as by colour; a value
 * that somebody should look at has a triangle. Colours of text come from the page (see history.js).
 */
final class YearsChart {

    /** Seen on white and on black with at least 3:1. */
    private static final List<String> COLOURS = List.of("#8a7967", "#b58a2e", "#c2416c", "#3d7fb5");

    private static final List<List<Integer>> DASHES =
            List.of(List.of(2, 3), List.of(8, 4), List.of(), List.of(10, 3, 2, 3));
    private static final List<String> SIGNS = List.of("rect", "rectRot", "circle", "star");

    private final Locale locale;

    YearsChart(Locale locale) {
        this.locale = locale;
    }

    String json(History history, Line line, BiFunction<Integer, Integer, String> mark) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        IntStream.rangeClosed(1, 12)
                .forEach(month -> labels.add(Month.of(month).getDisplayName(TextStyle.SHORT_STANDALONE, locale)));
        JsonArrayBuilder years = Json.createArrayBuilder();
        List<Integer> all = history.years();
        for (int i = 0; i < all.size(); i++) {
            years.add(year(history, line, all.get(i), all.size() - 1 - i, mark));
        }
        JsonObjectBuilder axis = Json.createObjectBuilder().add("beginAtZero", true);
        return Json.createObjectBuilder()
                .add("type", "line")
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", years))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("responsive", true)
                                .add("maintainAspectRatio", false)
                                .add("animation", false)
                                .add("locale", locale.toLanguageTag())
                                .add(
                                        "interaction",
                                        Json.createObjectBuilder()
                                                .add("mode", "index")
                                                .add("intersect", false))
                                .add("scales", Json.createObjectBuilder().add("y", axis)))
                .build()
                .toString();
    }

    /** @param back years before the last one: the newest stands out whatever years there are */
    private static JsonObjectBuilder year(
            History history, Line line, int year, int back, BiFunction<Integer, Integer, String> mark) {
        int style = Math.floorMod(2 - back, COLOURS.size());
        JsonArrayBuilder values = Json.createArrayBuilder();
        JsonArrayBuilder signs = Json.createArrayBuilder();
        JsonArrayBuilder sizes = Json.createArrayBuilder();
        JsonArrayBuilder dashes = Json.createArrayBuilder();
        DASHES.get(style).forEach(dashes::add);
        for (int month = 1; month <= 12; month++) {
            Integer value = history.used(line, year, month);
            if (value == null) {
                values.addNull();
            } else {
                values.add(value);
            }
            boolean marked = !mark.apply(year, month).isEmpty();
            signs.add(marked ? "triangle" : SIGNS.get(style));
            sizes.add(marked ? 8 : 3);
        }
        return Json.createObjectBuilder()
                .add("label", Integer.toString(year))
                .add("data", values)
                .add("borderColor", COLOURS.get(style))
                .add("backgroundColor", COLOURS.get(style))
                .add("borderWidth", back == 0 ? 3 : 2)
                .add("borderDash", dashes)
                .add("pointStyle", signs)
                .add("pointRadius", sizes)
                .add("tension", 0)
                .add("spanGaps", false);
    }
}
