package mx.gob.edomex.catgem.routing;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules as the database keeps them; what a version does not name has its default. */
final class RulesJson {

    private RulesJson() {}

    static RoutingRules read(int version, String text) {
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
