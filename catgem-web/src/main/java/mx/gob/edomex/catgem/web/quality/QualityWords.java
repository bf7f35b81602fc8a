package mx.gob.edomex.catgem.web.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.quality.DeviationCard;
import mx.gob.edomex.catgem.shared.Language;

/** What the pages of quality say in the reader's language, and how they write figures. */
@Named("qualityWords")
@RequestScoped
public class QualityWords {

    static Language language() {
        return Language.of(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    static String text(String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Quality", locale(), QualityWords.class.getClassLoader());
        if (!texts.containsKey(key)) {
            return key.substring(key.indexOf('.') + 1);
        }
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    /** The text {@code <kind>.<code>}; a code nobody has named yet shows as itself. */
    public String of(String kind, Object code) {
        return code == null || code.toString().isEmpty() ? "" : text(kind + "." + code);
    }

    /** With one decimal; a dash where there is nothing to judge. */
    public String percent(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.1f %%", value);
    }

    public String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What was found against what is allowed, in a sentence. */
    public String finding(DeviationCard card) {
        return switch (card.code()) {
            case D1, D8, D9 -> text("finding." + card.code(), step(card));
            case D3 ->
                card.measured() == null
                        ? text("finding.D3", step(card))
                        : text(
                                "finding.D3.UNTRAINED",
                                step(card),
                                card.subject().substring(card.subject().indexOf(':') + 1),
                                plain(card.measured()),
                                plain(card.allowed()));
            case D5 -> text("finding.D5", hours(card.measured()), hours(card.allowed()));
            case D6 -> text("finding.D6", step(card), plain(card.measured()), plain(card.allowed()));
            case D7 ->
                card.subject().equals("BURST")
                        ? text("finding.D7.BURST", plain(card.measured()), plain(card.allowed()))
                        : text("finding.D7", step(card), plain(card.measured()), plain(card.allowed()));
            case D2 -> text("finding.D2", step(card), card.before());
            case D4 -> text("finding.D4", step(card), plain(card.measured()), plain(card.allowed()));
            case D10 ->
                card.subject().startsWith("K")
                        ? text("finding.D10", card.subject().substring(1).replace('-', '–'))
                        : text("finding.D10.COUNTER", plain(card.measured()));
        };
    }

    private static String step(DeviationCard card) {
        return card.stepCode() + (card.stepName() == null ? "" : " " + card.stepName());
    }

    private static String hours(BigDecimal seconds) {
        return seconds == null ? "" : plain(seconds.divide(BigDecimal.valueOf(3600), 1, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
