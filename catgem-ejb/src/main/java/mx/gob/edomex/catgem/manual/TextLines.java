package mx.gob.edomex.catgem.manual;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.CanonicalJson;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;

/**
 * The text of a procedure as one line a fact, so that texts can be compared, merged and kept: {@code reason},
 * {@code section.purpose}, {@code step.CONSULT.limitSeconds}, {@code precedence.AVC-07>AVC-08}, {@code exit.PRANK}. A step
 * is known by its act, for codes and order change while what is done stays.
 */
final class TextLines {

    static final List<String> FIELDS = List.of(
            "code",
            "act",
            "ordinal",
            "nameEs",
            "nameEn",
            "role",
            "mandatory",
            "mandatoryFor",
            "repeats",
            "limitSeconds",
            "evidence",
            "declarable");

    private TextLines() {}

    static Map<String, String> of(ProcedureText text) {
        Map<String, String> lines = new TreeMap<>();
        lines.put("reason", text.reason());
        text.sections().forEach((name, words) -> lines.put("section." + name, words));
        Set<String> keys = new LinkedHashSet<>();
        for (ProcedureStep step : text.steps()) {
            String act = step.act() == null ? "" : step.act().name();
            String key = act;
            for (int i = 2; !keys.add(key); i++) {
                key = act + "#" + i;
            }
            String prefix = "step." + key + ".";
            values(step).forEach((field, value) -> lines.put(prefix + field, value));
        }
        for (Precedence precedence : text.precedences()) {
            lines.put("precedence." + precedence.before() + ">" + precedence.after(), "");
        }
        text.earlyExits()
                .forEach((outcome, codes) -> lines.put(
                        "exit." + outcome,
                        String.join(",", codes.stream().sorted().toList())));
        return lines;
    }

    private static Map<String, String> values(ProcedureStep step) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", step.code());
        values.put("act", step.act() == null ? "" : step.act().name());
        values.put("ordinal", Integer.toString(step.ordinal()));
        values.put("nameEs", step.nameEs());
        values.put("nameEn", step.nameEn());
        values.put("role", step.role());
        values.put("mandatory", Boolean.toString(step.mandatory()));
        values.put("mandatoryFor", orEmpty(step.mandatoryFor()));
        values.put("repeats", Boolean.toString(step.repeats()));
        values.put(
                "limitSeconds",
                step.limitSeconds() == null ? "" : step.limitSeconds().toString());
        values.put("evidence", orEmpty(step.evidence()));
        values.put("declarable", Boolean.toString(step.declarable()));
        return values;
    }

    static ProcedureText text(Map<String, String> lines) {
        Map<String, String> sections = new TreeMap<>();
        Map<String, Map<String, String>> steps = new TreeMap<>();
        List<Precedence> precedences = new ArrayList<>();
        Map<String, List<String>> exits = new TreeMap<>();
        lines.forEach((line, value) -> {
            String[] parts = line.split("\\.", 3);
            switch (parts[0]) {
                case "section" -> sections.put(parts[1], value);
                case "step" ->
                    steps.computeIfAbsent(parts[1], key -> new TreeMap<>()).put(parts[2], value);
                case "precedence" -> {
                    String[] pair = line.substring("precedence.".length()).split(">", 2);
                    precedences.add(new Precedence(pair[0], pair[1]));
                }
                case "exit" -> exits.put(parts[1], list(value));
                default -> {}
            }
        });
        return new ProcedureText(
                sections,
                steps.values().stream()
                        .filter(fields -> fields.keySet().containsAll(FIELDS))
                        .map(TextLines::step)
                        .sorted(Comparator.comparingInt(ProcedureStep::ordinal).thenComparing(ProcedureStep::code))
                        .toList(),
                precedences,
                exits,
                lines.getOrDefault("reason", ""));
    }

    private static ProcedureStep step(Map<String, String> fields) {
        String act = fields.get("act");
        String limit = fields.get("limitSeconds");
        return new ProcedureStep(
                fields.get("code"),
                act.isEmpty() ? null : Act.valueOf(act),
                Integer.parseInt(fields.get("ordinal")),
                fields.get("nameEs"),
                fields.get("nameEn"),
                fields.get("role"),
                Boolean.parseBoolean(fields.get("mandatory")),
                Boolean.parseBoolean(fields.get("repeats")),
                limit.isEmpty() ? null : Integer.valueOf(limit),
                orNull(fields.get("evidence")),
                Boolean.parseBoolean(fields.get("declarable")),
                orNull(fields.get("mandatoryFor")));
    }

    static String json(ProcedureText text) {
        return CanonicalJson.of(of(text));
    }

    static ProcedureText read(String json) {
        Map<String, String> lines = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(line -> lines.put(line, object.getString(line)));
        }
        return text(lines);
    }

    private static List<String> list(String codes) {
        return codes.isEmpty() ? List.of() : Arrays.stream(codes.split(",", -1)).toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
