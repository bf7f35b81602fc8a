package mx.gob.edomex.catgem.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the fields of one JSON object and collects everything that is wrong with them, not only the first. */
final class FieldReader {

    /** Line breaks and tabs are text; every other control character is an accident or an attack. */
    static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");

    private final JsonObject object;
    private final String pointer;
    private final List<FieldFault> faults;

    FieldReader(JsonObject object) {
        this(object, "", new ArrayList<>());
    }

    private FieldReader(JsonObject object, String pointer, List<FieldFault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    List<FieldFault> faults() {
        return faults;
    }

    void allowOnly(Set<String> known) {
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                // The name is the client's; it is cut, so that a problem document stays short.
                fault(name.length() > 40 ? name.substring(0, 40) : name, "unknown");
            }
        }
    }

    void fault(String name, String code, Object... arguments) {
        faults.add(FieldFault.of(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), code, arguments));
    }

    /** The text without surrounding spaces, or null when it is missing, empty or wrong. */
    String line(String name, int longest) {
        String text = text(name, longest);
        if (text != null && text.matches("(?s).*[\\r\\n\\t].*")) {
            fault(name, "control");
            return null;
        }
        return text;
    }

    String text(String name, int longest) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            fault(name, "text");
            return null;
        }
        String text = string.getString().strip();
        if (text.length() > longest) {
            fault(name, "tooLong", longest);
            return null;
        }
        if (CONTROL.matcher(text).find()) {
            fault(name, "control");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = line(name, 200);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        fault(
                name,
                "choice",
                Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }

    /** A reader for an inner object; an empty one when it is missing or wrong. */
    FieldReader inner(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return new FieldReader(JsonValue.EMPTY_JSON_OBJECT, pointer + "/" + name, faults);
        }
        if (value instanceof JsonObject inner) {
            return new FieldReader(inner, pointer + "/" + name, faults);
        }
        fault(name, "object");
        return new FieldReader(JsonValue.EMPTY_JSON_OBJECT, pointer + "/" + name, faults);
    }

    /** Marks a missing field, unless something else is already wrong with it. */
    void require(String name, Object read) {
        String field = pointer + "/" + name;
        if (read == null && faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            fault(name, "required");
        }
    }
}
