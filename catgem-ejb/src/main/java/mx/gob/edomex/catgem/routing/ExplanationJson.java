package mx.gob.edomex.catgem.routing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.shared.NewJson;

/** Explanations as they are kept with their offers: codes, user names and numbers, never anything of the citizen. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** @param basis what it was decided on */
    static String write(Explanation why, DecisionBasis basis) {
        return json(why).add("basis", basis.json()).build().toString();
    }

    private static JsonObjectBuilder json(Explanation why) {
        JsonArrayBuilder first = NewJson.array();
        why.first()
                .forEach(one -> first.add(NewJson.object()
                        .add("advisor", one.advisor())
                        .add("mailOpen", one.mailOpen())
                        .add("interrupts", one.interrupts())
                        .add("idle", one.idleSeconds())
                        .add("occupancy", one.occupancy())));
        JsonObjectBuilder excluded = NewJson.object();
        why.excluded().forEach((reason, count) -> excluded.add(reason.name(), count));
        Scope scope = why.scope();
        return NewJson.object()
                .add("at", why.at().toString())
                .add("rules", why.ruleVersion())
                .add("urgent", why.urgent())
                .add("waited", why.waitedSeconds())
                .add("target", why.targetSeconds())
                .add(
                        "scope",
                        NewJson.object()
                                .add("step", scope.step())
                                .add("level", scope.level())
                                .add("neighbours", scope.neighbours())
                                .add("reserve", scope.reserve())
                                .add("everyone", scope.everyone()))
                .add("preferred", why.preferred())
                .add("eligible", why.eligible())
                .add("first", first)
                .add("excluded", excluded);
    }

    static Explanation read(String text) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            json = reader.readObject();
        }
        JsonObject scope = json.getJsonObject("scope");
        Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
        json.getJsonObject("excluded")
                .forEach((reason, count) -> excluded.put(Exclusion.valueOf(reason), ((JsonNumber) count).intValue()));
        return new Explanation(
                Instant.parse(json.getString("at")),
                json.getInt("rules"),
                json.getBoolean("urgent"),
                json.getJsonNumber("waited").longValue(),
                json.getJsonNumber("target").longValue(),
                new Scope(
                        scope.getInt("step"),
                        scope.getInt("level"),
                        scope.getBoolean("neighbours"),
                        scope.getBoolean("reserve"),
                        scope.getBoolean("everyone")),
                json.getBoolean("preferred"),
                json.getInt("eligible"),
                json.getJsonArray("first").getValuesAs(ExplanationJson::candidate),
                excluded);
    }

    private static Candidate candidate(JsonValue value) {
        JsonObject one = value.asJsonObject();
        return new Candidate(
                one.getString("advisor"),
                one.getBoolean("mailOpen"),
                one.getInt("interrupts"),
                one.getJsonNumber("idle").longValue(),
                one.getJsonNumber("occupancy").doubleValue());
    }
}
