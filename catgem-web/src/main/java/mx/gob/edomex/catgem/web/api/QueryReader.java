package mx.gob.edomex.catgem.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the parameters of a query and collects everything that is wrong with them. */
final class QueryReader {

    private static final int LONGEST = 200;

    private final MultivaluedMap<String, String> parameters;
    private final List<FieldFault> faults = new ArrayList<>();

    QueryReader(MultivaluedMap<String, String> parameters, Set<String> known) {
        this.parameters = parameters;
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(name.length() > 40 ? name.substring(0, 40) : name, "unknown"));
    }

    String text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "repeated");
            return null;
        }
        String text = values.isEmpty() ? "" : values.get(0).strip();
        if (text.length() > LONGEST) {
            fault(name, "tooLong", LONGEST);
            return null;
        }
        if (FieldReader.CONTROL.matcher(text).find()) {
            fault(name, "control");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String chosen = choice(
                name, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return chosen == null ? null : Enum.valueOf(type, chosen);
    }

    String choice(String name, List<String> choices) {
        String text = text(name);
        if (text != null && !choices.contains(text)) {
            fault(name, "choice", choices.stream().collect(Collectors.joining(", ")));
            return null;
        }
        return text;
    }

    Instant instant(String name) {
        String text = text(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            fault(name, "instant");
            return null;
        }
    }

    int number(String name, int least, int most, int otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            fault(name, "range", least, most);
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    /** @throws Refusal when anything was wrong */
    void requireSound() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private void fault(String name, String code, Object... arguments) {
        faults.add(FieldFault.of(name, code, arguments));
    }
}
