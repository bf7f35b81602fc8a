package mx.gob.edomex.catgem.administration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a catalogue.
 *
 * @param item the values of its key, joined by colons
 * @param values by column, key included; an empty text stands for none
 */
public record CatalogueRow(String item, Map<String, String> values) {

    /** Without the key. */
    Map<String, String> editable(Catalogue catalogue) {
        Map<String, String> editable = new LinkedHashMap<>();
        catalogue.fields().forEach(field -> editable.put(field.name(), values.getOrDefault(field.name(), "")));
        return editable;
    }

    /** Names this state, for {@link CatalogueService#change}. */
    public String mark(Catalogue catalogue) {
        return Mark.of(editable(catalogue));
    }

    public boolean isActive() {
        return !"false".equals(values.get("active"));
    }

    /** What people call it: its name, or else its key. */
    public String name(boolean english) {
        String name = values.getOrDefault(english ? "name_en" : "name_es", values.get("name"));
        return name == null ? item : name;
    }
}
