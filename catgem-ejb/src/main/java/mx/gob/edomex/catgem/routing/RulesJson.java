package mx.gob.edomex.catgem.routing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules as the database keeps them; what a version does not name has its default. */
public final class RulesJson {

    private RulesJson() {}

    public static RoutingRules read(int version, String text) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            json = reader.readObject();
        }
        RoutingRules standard = RoutingRules.standard();
        return new RoutingRules(
                version,
                numbers(json.getJsonObject("targets")),
                numbers(json.getJsonObject("points")),
                json.getInt("level", standard.level()),
                json.containsKey("widening")
                        ? json.getJsonArray("widening").getValuesAs(RulesJson::step)
                        : standard.widening(),
                neighbours(json.getJsonObject("neighbours")),
                json.getBoolean("callsBeforeMail", standard.callsBeforeMail()),
                json.getInt("affinitySeconds", standard.affinitySeconds()),
                numbers(json.getJsonObject("offerSeconds")),
                numbers(json.getJsonObject("afterCallSeconds")));
    }

    /** Everything, so that a version says by itself what it means. */
    public static String write(RoutingRules rules) {
        JsonArrayBuilder widening = Json.createArrayBuilder();
        rules.widening()
                .forEach(step -> widening.add(Json.createObjectBuilder()
                        .add("kind", step.kind().name())
                        .add("after", step.after())
                        .add("percent", step.percent())
                        .add("level", step.level())));
        JsonObjectBuilder neighbours = Json.createObjectBuilder();
        new TreeMap<>(rules.neighbours())
                .forEach((topic, list) -> neighbours.add(topic, Json.createArrayBuilder(list)));
        return Json.createObjectBuilder()
                .add("targets", object(rules.targets()))
                .add("points", object(rules.points()))
                .add("level", rules.level())
                .add("widening", widening)
                .add("neighbours", neighbours)
                .add("callsBeforeMail", rules.callsBeforeMail())
                .add("affinitySeconds", rules.affinitySeconds())
                .add("offerSeconds", object(rules.offerSeconds()))
                .add("afterCallSeconds", object(rules.afterCallSeconds()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder object(Map<String, Integer> numbers) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        new TreeMap<>(numbers).forEach(object::add);
        return object;
    }

    private static WideningStep step(JsonValue value) {
        JsonObject step = value.asJsonObject();
        return new WideningStep(
                WideningStep.Kind.valueOf(step.getString("kind")),
                step.getInt("after"),
                step.getBoolean("percent", false),
                step.getInt("level", 0));
    }

    private static Map<String, Integer> numbers(JsonObject json) {
        return json == null
                ? Map.of()
                : json.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> ((JsonNumber) entry.getValue()).intValueExact()));
    }

    private static Map<String, List<String>> neighbours(JsonObject json) {
        return json == null
                ? Map.of()
                : json.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().asJsonArray().getValuesAs(JsonString::getString)));
    }
}
