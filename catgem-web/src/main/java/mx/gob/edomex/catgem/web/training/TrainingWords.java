package mx.gob.edomex.catgem.web.training;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.training.Standing;

/** What the pages of training say in the reader's language. */
@Named("trainingWords")
@RequestScoped
public class TrainingWords {

    static Language language() {
        return Language.of(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    static String said(String key, Object... values) {
        String text = ResourceBundle.getBundle("i18n.Training", locale(), TrainingWords.class.getClassLoader())
                .getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    static List<String> columns(String... keys) {
        return Arrays.stream(keys).map(TrainingWords::said).toList();
    }

    public String of(String kind, Object code) {
        return code == null ? "" : said(kind + "." + code);
    }

    public String format(String key, Object value) {
        return said(key, value);
    }

    public String two(String key, Object one, Object other) {
        return said(key, one, other);
    }

    /** Colour of a standing's tag. */
    public String tone(Standing standing) {
        return switch (standing) {
            case TRAINED -> "ok";
            case EXPIRING -> "warn";
            case EXPIRED, FAILED, MISSING -> "danger";
        };
    }

    /** Its sign, so that colour is never alone. */
    public String icon(Standing standing) {
        return switch (standing) {
            case TRAINED -> "pi-check";
            case EXPIRING -> "pi-clock";
            case EXPIRED -> "pi-calendar-times";
            case FAILED -> "pi-times";
            case MISSING -> "pi-exclamation-triangle";
        };
    }
}
