package mx.gob.edomex.catgem.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts together what two people made of one text: what only one of them touched is as that one left it; where both wrote
 * otherwise, the later one's stays and both are told.
 *
 * @param conflicts where both wrote; before is what the first saved, after what the second typed
 */
public record TextMerge(ProcedureText text, List<TextDifference.Change> conflicts) {

    static TextMerge of(ProcedureText base, ProcedureText saved, ProcedureText typed) {
        Map<String, String> was = TextLines.of(base);
        Map<String, String> theirs = TextLines.of(saved);
        Map<String, String> mine = TextLines.of(typed);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(theirs.keySet());
        names.addAll(mine.keySet());
        Map<String, String> merged = new TreeMap<>();
        List<TextDifference.Change> conflicts = new ArrayList<>();
        for (String name : names) {
            boolean untouched = Objects.equals(mine.get(name), was.get(name));
            String value = untouched ? theirs.get(name) : mine.get(name);
            if (!untouched
                    && !Objects.equals(theirs.get(name), was.get(name))
                    && !Objects.equals(theirs.get(name), mine.get(name))) {
                conflicts.add(new TextDifference.Change(name, theirs.get(name), mine.get(name)));
            }
            if (value != null) {
                merged.put(name, value);
            }
        }
        completeSteps(merged, mine, theirs);
        return new TextMerge(TextLines.text(merged), List.copyOf(conflicts));
    }

    /** A step that one took out and the other wrote in stays, with every field of whoever still has it. */
    private static void completeSteps(
            Map<String, String> merged, Map<String, String> mine, Map<String, String> theirs) {
        TreeSet<String> prefixes = new TreeSet<>();
        merged.keySet().stream()
                .filter(name -> name.startsWith("step."))
                .forEach(name -> prefixes.add(name.substring(0, name.lastIndexOf('.') + 1)));
        for (String prefix : prefixes) {
            for (String field : TextLines.FIELDS) {
                String name = prefix + field;
                String value = mine.getOrDefault(name, theirs.get(name));
                if (value != null) {
                    merged.putIfAbsent(name, value);
                }
            }
        }
    }
}
