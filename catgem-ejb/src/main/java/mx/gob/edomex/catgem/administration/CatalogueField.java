package mx.gob.edomex.catgem.administration;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One column of a catalogue that people may edit.
 *
 * @param least smallest number, or fewest characters (0: may be empty)
 * @param most largest number, or most characters
 * @param options of a choice
 */
public record CatalogueField(String name, Kind kind, int least, int most, List<String> options) {

    /** How a value is typed, checked and stored. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        FLAG,
        /** A day in the centre's time zone, stored as the moment in which it ends. */
        DATE,
        CHOICE,
        /** The code of an active topic. */
        TOPIC,
        PHONE,
        EMAIL,
        WEB,
        /** A number or words, as the value it replaces. */
        SETTING
    }

    private static final Pattern PHONE = Pattern.compile("[0-9+() .-]{3,30}( ext\\. ?[0-9]{1,6})?");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}");
    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9.-]+\\.[A-Za-z]{2,24}(/\\S*)?");
    private static final String ZONE = "(select time_zone from installation)";
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    static CatalogueField text(String name, int most) {
        return new CatalogueField(name, Kind.TEXT, 1, most, List.of());
    }

    static CatalogueField optional(String name, Kind kind, int most) {
        return new CatalogueField(name, kind, 0, most, List.of());
    }

    static CatalogueField number(String name, int least, int most) {
        return new CatalogueField(name, Kind.NUMBER, least, most, List.of());
    }

    static CatalogueField flag(String name) {
        return new CatalogueField(name, Kind.FLAG, 0, 5, List.of());
    }

    static CatalogueField choice(String name, String... options) {
        return new CatalogueField(name, Kind.CHOICE, 1, 60, List.of(options));
    }

    /** A number may be missing where its options hold an empty text, anything else where it may have no characters. */
    public boolean isOptional() {
        return kind == Kind.NUMBER ? options.contains("") : least == 0;
    }

    /** Codes and numbers go to the ledger, texts only by name. */
    boolean isCode() {
        return switch (kind) {
            case NUMBER, FLAG, DATE, CHOICE, TOPIC -> true;
            default -> false;
        };
    }

    /** The parameter of its name as it is stored. */
    String stored() {
        String given = "nullif(:" + name + ", '')";
        return switch (kind) {
            case NUMBER -> "cast(" + given + " as int)";
            case FLAG -> "cast(" + given + " as boolean)";
            case DATE -> "cast(cast(" + given + " as date) + 1 as timestamp) at time zone " + ZONE;
            default -> "cast(" + given + " as text)";
        };
    }

    /** The stored value as it is typed. */
    String typed() {
        return kind == Kind.DATE
                ? "to_char(" + name + " at time zone " + ZONE + " - interval '1 second', 'YYYY-MM-DD')"
                : "cast(" + name + " as text)";
    }

    /** Clean, or empty when there is none. @throws CatalogueRefused when it breaks a rule of the field */
    String checked(String typed, String before) {
        String value = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        if (kind == Kind.FLAG) {
            return Boolean.toString("true".equals(value));
        }
        if (value.isEmpty()) {
            if (!isOptional()) {
                throw refused("MISSING");
            }
            return "";
        }
        switch (kind) {
            case NUMBER -> number(value);
            case DATE -> date(value);
            case CHOICE -> require(options.contains(value), "NOT_AN_OPTION");
            case PHONE -> require(PHONE.matcher(value).matches(), "NOT_A_PHONE");
            case EMAIL -> require(EMAIL.matcher(value).matches(), "NOT_AN_EMAIL");
            case WEB -> require(WEB.matcher(value).matches(), "NOT_A_WEB_ADDRESS");
            case LONG_TEXT -> places(value);
            case SETTING -> require(shape(before).equals(shape(value)), "NOT_ITS_KIND");
            default -> require(!value.contains("\n"), "TOO_LONG");
        }
        require(kind == Kind.NUMBER || value.length() <= most, "TOO_LONG");
        return value;
    }

    private void number(String value) {
        require(value.matches("\\d{1,9}"), "NOT_A_NUMBER");
        require(Integer.parseInt(value) >= least && Integer.parseInt(value) <= most, "OUT_OF_RANGE");
    }

    private void date(String value) {
        try {
            LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw refused("NOT_A_DAY");
        }
    }

    /** A place that nobody fills would be sent to a citizen as it stands. */
    private void places(String value) {
        require(PLACE.matcher(value).results().allMatch(place -> place.group(1).equals("advisor")), "PLACE_UNKNOWN");
    }

    private static String shape(String value) {
        if (value.matches("\\d{1,9}")) {
            return "whole";
        }
        if (value.matches("\\d{1,6}\\.\\d{1,4}")) {
            return "decimal";
        }
        return List.of("true", "false").contains(value) ? "flag" : "text";
    }

    private void require(boolean kept, String reason) {
        if (!kept) {
            throw refused(reason);
        }
    }

    private CatalogueRefused refused(String reason) {
        return new CatalogueRefused(reason, name);
    }
}
