package mx.gob.edomex.catgem.channel.phone.flow;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one menu says and another does not, thing by thing. */
public final class FlowDifference {

    private final List<Change> changes = new ArrayList<>();

    private FlowDifference() {}

    /**
     * One thing that is different.
     *
     * @param prompt whether it is of a prompt, else of a node
     * @param name of the node or prompt; empty: the menu as a whole
     * @param property as the database names it: {@code next, keys.3, words.ES}; empty where the node or prompt itself came
     *     or went, named by its kind or its words
     * @param before empty where it was not there
     * @param after empty where it is not there any more
     */
    public record Change(boolean prompt, String name, String property, String before, String after) {}

    public static List<Change> of(CallFlow before, CallFlow after) {
        FlowDifference difference = new FlowDifference();
        JsonObject old = FlowJson.object(FlowJson.write(before));
        JsonObject now = FlowJson.object(FlowJson.write(after));
        difference.lines(false, "", Map.of("start", before.start()), Map.of("start", after.start()));
        difference.things(false, things(old.getJsonArray("nodes")), things(now.getJsonArray("nodes")));
        difference.things(true, things(old.getJsonArray("prompts")), things(now.getJsonArray("prompts")));
        return List.copyOf(difference.changes);
    }

    private void things(
            boolean prompt, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        union(before.keySet(), after.keySet()).forEach(name -> {
            if (!after.containsKey(name)) {
                changes.add(new Change(prompt, name, "", title(before.get(name)), ""));
            } else {
                Map<String, String> now = after.get(name);
                if (!before.containsKey(name)) {
                    changes.add(new Change(prompt, name, "", "", title(now)));
                }
                lines(prompt, name, before.getOrDefault(name, Map.of()), now);
            }
        });
    }

    private void lines(boolean prompt, String name, Map<String, String> before, Map<String, String> after) {
        for (String property : union(before.keySet(), after.keySet())) {
            String old = before.getOrDefault(property, "");
            String now = after.getOrDefault(property, "");
            boolean titled = before.isEmpty() && now.equals(title(after));
            if (!old.equals(now) && !titled) {
                changes.add(new Change(prompt, name, property, old, now));
            }
        }
    }

    private static Set<String> union(Set<String> before, Set<String> after) {
        Set<String> names = new LinkedHashSet<>(before);
        names.addAll(after);
        return names;
    }

    private static String title(Map<String, String> thing) {
        return thing.getOrDefault("kind", thing.getOrDefault("words.ES", ""));
    }

    private static Map<String, Map<String, String>> things(JsonArray list) {
        Map<String, Map<String, String>> things = new LinkedHashMap<>();
        for (JsonObject thing : list.getValuesAs(JsonObject.class)) {
            Map<String, String> lines = new LinkedHashMap<>();
            thing.forEach((property, value) -> put(lines, property, value));
            things.put(lines.remove("name"), lines);
        }
        return things;
    }

    private static void put(Map<String, String> lines, String property, JsonValue value) {
        if (value instanceof JsonString text) {
            lines.put(property, text.getString());
        } else if (value instanceof JsonObject inner) {
            inner.forEach((name, one) -> put(lines, property + "." + name, one));
        } else if (value instanceof JsonArray keys) {
            // A key that is there twice is a fault, and shown as one.
            keys.getValuesAs(JsonObject.class)
                    .forEach(key -> lines.merge(
                            property + "." + key.getString("key"),
                            key.getString(key.containsKey("next") ? "next" : "language"),
                            (one, other) -> one + ", " + other));
        } else {
            lines.put(property, value.toString());
        }
    }
}
