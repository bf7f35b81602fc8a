package mx.gob.edomex.catgem.web.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.correction.EffectFigure;
import mx.gob.edomex.catgem.correction.FindingKind;
import mx.gob.edomex.catgem.shared.Language;

/** What the pages of findings say in the reader's language. */
@Named("correctionWords")
@RequestScoped
public class CorrectionWords {

    static Language language() {
        return Language.of(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    static String said(String bundle, String key, Object... values) {
        ResourceBundle texts =
                ResourceBundle.getBundle("i18n." + bundle, locale(), CorrectionWords.class.getClassLoader());
        if (!texts.containsKey(key)) {
            return key.substring(key.indexOf('.') + 1);
        }
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    static List<String> columns(String... keys) {
        return Arrays.stream(keys).map(key -> said("Correction", key)).toList();
    }

    /** The text {@code <kind>.<code>}; a code nobody has named yet shows as itself. */
    public String of(String kind, Object code) {
        return code == null || code.toString().isEmpty() ? "" : said("Correction", kind + "." + code);
    }

    public String format(String key, Object value) {
        return said("Correction", key, value);
    }

    public String two(String key, Object one, Object other) {
        return said("Correction", key, one, other);
    }

    /** What was found: the rule in words, or what the citizen said. */
    public String about(FindingKind kind, String rule) {
        return kind == FindingKind.DEVIATION && rule != null
                ? said("Quality", "deviation." + rule)
                : said("Correction", "kind." + kind);
    }

    /** With one decimal; a dash where there was nothing to happen in. */
    public String percent(EffectFigure.Span span) {
        return span.percent() == null ? "–" : String.format(Locale.ROOT, "%.1f %%", span.percent());
    }

    /** {@code ok} where it happens less often than before, {@code danger} where it does not, empty where nobody can say. */
    public String tone(EffectFigure figure) {
        Double before = figure.before().percent();
        Double after = figure.after().percent();
        return before == null || after == null ? "" : after < before ? "ok" : "danger";
    }
}
