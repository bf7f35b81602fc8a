package mx.gob.edomex.catgem.replay;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.replay.DayFigures.OfClass;
import mx.gob.edomex.catgem.replay.DayFigures.Waits;

/** Results of replays as they are kept. */
final class FiguresJson {

    private FiguresJson() {}

    static String write(RuleReplay.Result result) {
        return Json.createObjectBuilder()
                .add("past", object(result.past()))
                .add("base", object(result.base()))
                .add("proposed", object(result.proposed()))
                .build()
                .toString();
    }

    static RuleReplay.Result read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new RuleReplay.Result(
                    figures(json.getJsonObject("past")),
                    figures(json.getJsonObject("base")),
                    figures(json.getJsonObject("proposed")));
        }
    }

    private static JsonObjectBuilder object(DayFigures figures) {
        JsonArrayBuilder classes = Json.createArrayBuilder();
        figures.classes().forEach(one -> classes.add(object(one.waits()).add("class", one.serviceClass())));
        JsonObjectBuilder offers = Json.createObjectBuilder();
        figures.offers().forEach(offers::add);
        return Json.createObjectBuilder()
                .add("all", object(figures.all()))
                .add("classes", classes)
                .add("offers", offers);
    }

    private static JsonObjectBuilder object(Waits waits) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("offered", waits.offered())
                .add("answered", waits.answered())
                .add("abandoned", waits.abandoned())
                .add("waiting", waits.waiting())
                .add("inTarget", waits.inTarget())
                .add("short", waits.shortAbandons());
        if (waits.mean() != null) {
            object.add("mean", waits.mean())
                    .add("p50", waits.p50())
                    .add("p90", waits.p90())
                    .add("p95", waits.p95());
        }
        return object;
    }

    private static DayFigures figures(JsonObject json) {
        Map<String, Integer> offers = new TreeMap<>();
        json.getJsonObject("offers").forEach((name, count) -> offers.put(name, ((JsonNumber) count).intValue()));
        return new DayFigures(
                waits(json.getJsonObject("all")),
                json.getJsonArray("classes")
                        .getValuesAs((JsonValue one) ->
                                new OfClass(one.asJsonObject().getString("class"), waits(one.asJsonObject()))),
                offers);
    }

    private static Waits waits(JsonObject json) {
        return new Waits(
                json.getInt("offered"),
                json.getInt("answered"),
                json.getInt("abandoned"),
                json.getInt("waiting"),
                json.getInt("inTarget"),
                json.getInt("short"),
                number(json, "mean"),
                number(json, "p50"),
                number(json, "p90"),
                number(json, "p95"));
    }

    private static Double number(JsonObject json, String name) {
        return json.containsKey(name) ? Double.valueOf(json.getJsonNumber(name).doubleValue()) : null;
    }
}
