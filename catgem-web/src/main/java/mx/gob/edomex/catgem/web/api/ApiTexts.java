package mx.gob.edomex.catgem.web.api;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Language;

/** The texts of the interface in the language the client prefers; Spanish unless it prefers English. */
final class ApiTexts {

    private final Language language;
    private final ResourceBundle bundle;

    private ApiTexts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "i18n.Api",
                language == Language.EN ? Locale.ENGLISH : new Locale("es"),
                ApiTexts.class.getClassLoader());
    }

    /** @param preferred the client's languages, best first */
    static ApiTexts in(List<Locale> preferred) {
        return new ApiTexts(preferred.stream()
                .map(Locale::getLanguage)
                .filter(code -> "es".equals(code) || "en".equals(code))
                .findFirst()
                .map(code -> Language.of(new Locale(code)))
                .orElse(Language.ES));
    }

    Language language() {
        return language;
    }

    String languageTag() {
        return language == Language.EN ? "en" : "es";
    }

    String text(String key, Object... arguments) {
        return MessageFormat.format(bundle.getString(key), arguments);
    }

    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }
}
