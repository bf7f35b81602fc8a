package mx.gob.edomex.catgem.manual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;

/** A small sound procedure, and short ways to spoil it. */
final class ProcedureTextFixture {

    private ProcedureTextFixture() {}

    static ProcedureText sound() {
        Map<String, String> sections = new HashMap<>();
        ProcedureText.SECTIONS.forEach(section -> sections.put(section, "Texto"));
        return new ProcedureText(
                sections,
                List.of(
                        step("XYZ-01", Act.ASSIGNED, 1, "system"),
                        step("XYZ-02", Act.CONSULT, 2, "advisor"),
                        step("XYZ-03", Act.DELIVER, 3, "advisor"),
                        step("XYZ-04", Act.CLOSE, 4, "advisor")),
                List.of(new Precedence("XYZ-01", "XYZ-02"), new Precedence("XYZ-02", "XYZ-03")),
                Map.of("PRANK", List.of("XYZ-01", "XYZ-04")),
                "");
    }

    static ProcedureStep step(String code, Act act, int ordinal, String role) {
        return new ProcedureStep(code, act, ordinal, "Paso", "Step", role, true, false, null, "STATE", false, null);
    }

    static TextContext context() {
        return new TextContext(
                "XYZ",
                Set.of("system", "advisor"),
                Set.of("STATE", "MESSAGE"),
                Set.of("PRANK", "REFERRED", "RESOLVED"),
                sound());
    }

    /** With one line of it set to something else, or taken out by null; lines as {@link TextLines} has them. */
    static ProcedureText with(ProcedureText text, String line, String value) {
        return changed(text, lines -> {
            if (value == null) {
                lines.remove(line);
            } else {
                lines.put(line, value);
            }
        });
    }

    static ProcedureText changed(ProcedureText text, Consumer<Map<String, String>> change) {
        Map<String, String> lines = new TreeMap<>(TextLines.of(text));
        change.accept(lines);
        return TextLines.text(lines);
    }

    static ProcedureText without(ProcedureText text, Act act) {
        return changed(text, lines -> lines.keySet().removeIf(line -> line.startsWith("step." + act + ".")));
    }

    static ProcedureText and(ProcedureText text, ProcedureStep step) {
        List<ProcedureStep> steps = new ArrayList<>(text.steps());
        steps.add(step);
        return new ProcedureText(text.sections(), steps, text.precedences(), text.earlyExits(), text.reason());
    }
}
