package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.administration.Catalogue;
import mx.gob.edomex.catgem.administration.CatalogueRefused;
import mx.gob.edomex.catgem.administration.CatalogueRow;
import mx.gob.edomex.catgem.administration.Change;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** Codes of accounts, catalogues and their changes in the reader's language. */
@Named("adminWords")
@RequestScoped
public class AdminWords {

    @Inject
    PageLanguage language;

    public boolean isEnglish() {
        return language.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** The text {@code <kind>.<code>}; a code nobody has named yet shows as itself. */
    public String of(String kind, Object code) {
        return code == null || code.toString().isEmpty() ? "" : find(kind + "." + code, code.toString());
    }

    public String role(String code) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Shell", language.getLocale());
        return texts.containsKey("role." + code) ? texts.getString("role." + code) : code;
    }

    public String roles(List<String> codes) {
        return codes.stream().map(this::role).collect(Collectors.joining(", "));
    }

    public String format(String key, Object... values) {
        return fill(find(key, key), values);
    }

    /** A text with its places filled. */
    public String fill(String pattern, Object... values) {
        return new MessageFormat(pattern, language.getLocale()).format(values);
    }

    /** Why a row was refused, with the field's own name. */
    public String of(CatalogueRefused refused) {
        return format("refused." + refused.reason(), of("field", refused.field()));
    }

    /** A value of a catalogue as people read it. */
    public String value(String field, String value) {
        return switch (field) {
            case "active", "productive", "about_centre" -> of("flag", value);
            case "validFrom", "validUntil" -> "NONE".equals(value) ? "—" : value;
            case "outcome", "level", "channel", "priority", "language" -> of(field, value);
            default -> value;
        };
    }

    /** What people call a row. */
    public String name(Catalogue catalogue, CatalogueRow row) {
        return switch (catalogue) {
            case SETTING -> of("setting", row.item());
            case CHANNEL_SETTING -> of("channel", row.item());
            default -> row.name(isEnglish());
        };
    }

    /** What a change was about: the account or the row. */
    public String subject(Change change) {
        Map<String, String> what = change.what();
        return what.containsKey("account")
                ? what.get("account")
                : what.containsKey("catalogue")
                        ? of("catalogue", what.get("catalogue")) + " · " + what.get("item")
                        : what.getOrDefault("month", "");
    }

    /** One line each: {@code Puntos: 33 → 25}. */
    public List<String> details(Change change) {
        return change.what().entrySet().stream()
                .filter(ref -> !List.of("account", "catalogue", "item", "month").contains(ref.getKey()))
                .filter(ref -> !ref.getKey().endsWith(".to"))
                .flatMap(ref -> detail(ref.getKey(), ref.getValue(), change.what()))
                .toList();
    }

    private Stream<String> detail(String name, String value, Map<String, String> what) {
        if (name.endsWith(".from")) {
            String field = name.substring(0, name.length() - 5);
            return Stream.of(
                    changed(field) + ": " + value(field, value) + " → " + value(field, what.get(field + ".to")));
        }
        String plain = name.replaceAll("\\.\\d+$", "");
        String words = Stream.of(value.split(":", -1))
                .map(code -> switch (plain) {
                    case "texts" -> of("field", code);
                    case "role.added", "role.removed" -> role(code);
                    case "skill.channel.added", "skill.channel.removed" -> of("channel", code);
                    case "skill.language.added", "skill.language.removed" -> of("language", code);
                    default -> code;
                })
                .collect(Collectors.joining(", "));
        return Stream.of(of("ref", plain) + ": " + words);
    }

    /** {@code skill.TOPIC.AGUA} is the level of a skill. */
    private String changed(String field) {
        String[] parts = field.split("\\.", 3);
        if (!parts[0].equals("skill") || parts.length < 3) {
            return of("field", field);
        }
        String kind = parts[1].toLowerCase(Locale.ROOT);
        return format("skill.level", kind.equals("topic") ? parts[2] : of(kind, parts[2]));
    }

    private String find(String key, String otherwise) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Admin", language.getLocale());
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
