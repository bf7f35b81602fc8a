package mx.gob.edomex.catgem.administration;

import static mx.gob.edomex.catgem.administration.CatalogueField.choice;
import static mx.gob.edomex.catgem.administration.CatalogueField.flag;
import static mx.gob.edomex.catgem.administration.CatalogueField.number;
import static mx.gob.edomex.catgem.administration.CatalogueField.optional;
import static mx.gob.edomex.catgem.administration.CatalogueField.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.administration.CatalogueField.Kind;
import mx.gob.edomex.catgem.contact.Outcome;

/** The lists the centre works with: which rows there are is data, which columns they have is this. */
@SuppressWarnings("ImmutableEnumChecker") // lists that nobody can change
public enum Catalogue {
    TOPIC(Rows.MADE, "code", names(optional("agreement_until", Kind.DATE, 10), flag("about_centre"))),
    DISPOSITION(
            Rows.MADE,
            "code",
            names(
                    optional("topic", Kind.TOPIC, 60),
                    choice(
                            "outcome",
                            Stream.of(Outcome.values()).map(Enum::name).toArray(String[]::new)),
                    flag("about_centre"))),
    TEMPLATE(
            Rows.MADE,
            "code,language",
            List.of(
                    text("name", 80),
                    new CatalogueField("channel", Kind.CHOICE, 0, 60, List.of("CHAT", "EMAIL")),
                    new CatalogueField("text", Kind.LONG_TEXT, 1, 4000, List.of()))),
    AGENCY(
            Rows.MADE,
            "code",
            names(
                    choice("level", "FEDERAL", "STATE", "MUNICIPAL"),
                    optional("phone", Kind.PHONE, 40),
                    optional("email", Kind.EMAIL, 120),
                    optional("web", Kind.WEB, 200),
                    optional("address", Kind.TEXT, 300),
                    optional("hours_es", Kind.TEXT, 200),
                    optional("hours_en", Kind.TEXT, 200))),
    AUXILIARY_REASON(
            Rows.MADE,
            "code",
            names(new CatalogueField("planned_minutes", Kind.NUMBER, 1, 480, List.of("")), flag("productive"))),
    CHANNEL_SETTING(Rows.TECHNICAL, "channel", List.of(number("misses_allowed", 1, 20))),
    ENTRY_POINT(
            Rows.TECHNICAL,
            "code",
            List.of(
                    text("name_es", 80),
                    text("name_en", 80),
                    choice("language", "ES", "EN"),
                    new CatalogueField("topic", Kind.TOPIC, 1, 60, List.of()),
                    choice("priority", "URGENT", "HIGH", "NORMAL", "LOW"),
                    text("report_line", 80),
                    optional("greeting_es", Kind.TEXT, 400),
                    optional("greeting_en", Kind.TEXT, 400))),
    SETTING(Rows.TECHNICAL, "name", List.of(new CatalogueField("value", Kind.SETTING, 1, 200, List.of())));

    /** Where the rows of a catalogue come from. */
    private enum Rows {
        /** People add and withdraw them. */
        MADE,
        /** There is one for each of what the product knows, and technical support may change them too. */
        TECHNICAL
    }

    private final Rows rows;
    private final List<String> key;
    private final List<CatalogueField> fields;

    Catalogue(Rows rows, String key, List<CatalogueField> fields) {
        this.rows = rows;
        this.key = List.of(key.split(",", -1));
        List<CatalogueField> all = new ArrayList<>(fields);
        if (rows == Rows.MADE) {
            all.add(flag("active"));
        }
        this.fields = List.copyOf(all);
    }

    private static List<CatalogueField> names(CatalogueField... more) {
        return Stream.concat(Stream.of(text("name_es", 120), text("name_en", 120)), Stream.of(more))
                .toList();
    }

    /** Columns that name a row; never changed. */
    public List<String> key() {
        return key;
    }

    public List<CatalogueField> fields() {
        return fields;
    }

    /** Rows can be added and withdrawn; they are never deleted, for contacts of the past speak of them. */
    public boolean isGrowing() {
        return rows == Rows.MADE;
    }

    public boolean isTechnical() {
        return rows == Rows.TECHNICAL;
    }

    String table() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
