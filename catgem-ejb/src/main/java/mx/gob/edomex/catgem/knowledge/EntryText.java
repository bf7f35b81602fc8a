package mx.gob.edomex.catgem.knowledge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.Serializable;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * An entry as it is edited: both languages and what belongs to the entry as a whole. A field without a value is the
 * empty text; lines end with a single line feed and without blanks, and sections begin with the marks that are kept, so
 * that equal texts are equal.
 */
public record EntryText(Map<EntryField, String> fields) implements Serializable {

    static final EntryText EMPTY = new EntryText(Map.of());

    public EntryText {
        Map<EntryField, String> tidy = new EnumMap<>(EntryField.class);
        fields.forEach((field, text) -> {
            String lines = tidy(field, text);
            if (!lines.isEmpty()) {
                tidy.put(field, lines);
            }
        });
        fields = tidy;
    }

    private static String tidy(EntryField field, String text) {
        String lines = text == null
                ? ""
                : String.join("\n", text.lines().map(String::stripTrailing).toList())
                        .strip();
        if (field == EntryField.BODY_ES || field == EntryField.BODY_EN) {
            lines = EntryBody.stored(lines);
        }
        return lines.length() <= field.longest() ? lines : lines.substring(0, field.longest());
    }

    public String get(EntryField field) {
        return fields.getOrDefault(field, "");
    }

    EntryText with(EntryField field, String text) {
        Map<EntryField, String> changed = new EnumMap<>(EntryField.class);
        changed.putAll(fields);
        changed.put(field, text);
        return new EntryText(changed);
    }

    /** The day, or empty when there is none or it is not a day. */
    Optional<LocalDate> day(EntryField field) {
        try {
            return get(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(get(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One spelling for one text: members in the order of the fields. */
    String json() {
        JsonObjectBuilder object = Json.createObjectBuilder();
        fields.forEach((field, text) -> object.add(field.name(), text));
        return object.build().toString();
    }

    /** SHA-256 in hexadecimal: what the ledger says of the text instead of the text. */
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(json().getBytes(StandardCharsets.UTF_8)));
    }

    static EntryText parse(String json) {
        Map<EntryField, String> fields = new EnumMap<>(EntryField.class);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            for (EntryField field : EntryField.values()) {
                fields.put(field, object.getString(field.name(), ""));
            }
        }
        return new EntryText(fields);
    }
}
