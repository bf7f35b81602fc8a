package mx.gob.edomex.catgem.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;

/**
 * What one text of a procedure changed of another. A step is the same step when it is about the same act, whatever its
 * code and order.
 */
public record TextDifference(
        List<Change> sections, List<StepChange> steps, List<Change> precedences, List<Change> exits) {

    /** One fact; null where one of the texts has no such thing. */
    public record Change(String where, String before, String after) {}

    /** What became of a step. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A step that is not what it was.
     *
     * @param step as it is now, or as it was when it is gone
     * @param fields what changed of it; every field of one that came or went
     */
    public record StepChange(Kind kind, ProcedureStep step, List<Change> fields) {}

    static TextDifference of(ProcedureText before, ProcedureText after) {
        Map<String, String> old = TextLines.of(before);
        Map<String, String> now = TextLines.of(after);
        return new TextDifference(
                changes("section.", old, now),
                steps(old, now),
                changes("precedence.", old, now),
                changes("exit.", old, now));
    }

    public boolean isEmpty() {
        return sections.isEmpty() && steps.isEmpty() && precedences.isEmpty() && exits.isEmpty();
    }

    private static List<Change> changes(String prefix, Map<String, String> old, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> name.startsWith(prefix) && !Objects.equals(old.get(name), now.get(name)))
                .map(name -> new Change(name.substring(prefix.length()), old.get(name), now.get(name)))
                .toList();
    }

    private static List<StepChange> steps(Map<String, String> old, Map<String, String> now) {
        TreeSet<String> keys = new TreeSet<>();
        for (Map<String, String> lines : List.of(old, now)) {
            lines.keySet().stream()
                    .filter(line -> line.startsWith("step."))
                    .map(line -> line.split("\\.", 3)[1])
                    .forEach(keys::add);
        }
        List<StepChange> steps = new ArrayList<>();
        for (String key : keys) {
            String prefix = "step." + key + ".";
            boolean was = old.containsKey(prefix + "act");
            boolean is = now.containsKey(prefix + "act");
            List<Change> fields = TextLines.FIELDS.stream()
                    .map(field -> new Change(field, old.get(prefix + field), now.get(prefix + field)))
                    .filter(change -> !Objects.equals(change.before(), change.after()))
                    .toList();
            if (!fields.isEmpty()) {
                steps.add(new StepChange(
                        was && is ? Kind.CHANGED : is ? Kind.ADDED : Kind.REMOVED,
                        step(prefix, is ? now : old),
                        fields));
            }
        }
        steps.sort(java.util.Comparator.comparingInt(change -> change.step().ordinal()));
        return steps;
    }

    private static ProcedureStep step(String prefix, Map<String, String> lines) {
        Map<String, String> one = new java.util.TreeMap<>();
        TextLines.FIELDS.forEach(field -> one.put(prefix + field, lines.get(prefix + field)));
        return TextLines.text(one).steps().get(0);
    }
}
