package mx.gob.edomex.catgem.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.audit.AuditCard;
import mx.gob.edomex.catgem.audit.AuditorNotIndependent;
import mx.gob.edomex.catgem.audit.SamplePlan;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Violation;

/** What the pages of audits say in the reader's language. */
@Named("auditWords")
@RequestScoped
public class AuditWords {

    static Language language() {
        return Language.of(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    static String said(String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Audit", locale(), AuditWords.class.getClassLoader());
        if (!texts.containsKey(key)) {
            return key.substring(key.indexOf('.') + 1);
        }
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    static List<String> columns(String... keys) {
        return Arrays.stream(keys).map(AuditWords::said).toList();
    }

    /** Who had a part in how much, where that is what was refused; else null. */
    static String refusal(Violation violation) {
        return violation instanceof AuditorNotIndependent refused
                ? said(
                        "refused.part",
                        refused.part().name(),
                        refused.part().contacts(),
                        refused.part().texts())
                : null;
    }

    /** The text {@code <kind>.<code>}; a code nobody has named yet shows as itself. */
    public String of(String kind, Object code) {
        return code == null || code.toString().isEmpty() ? "" : said(kind + "." + code);
    }

    public String format(String key, Object value) {
        return said(key, value);
    }

    public String two(String key, Object one, Object other) {
        return said(key, one, other);
    }

    public String three(String key, Object one, Object other, Object third) {
        return said(key, one, other, third);
    }

    /** Why so many folios. */
    public String basis(AuditCard.Sample sample) {
        return sample.basis() == SamplePlan.Basis.DISCOVERY
                ? said("basis.DISCOVERY.kept", sample.share())
                : said("basis.DECLARED.kept") + " " + sample.grounds();
    }

    /** With one decimal; a dash where nothing was examined. */
    public String percent(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.1f %%", value);
    }

    /** Colour of a verdict's tag. */
    public String tone(Object verdict) {
        return switch (String.valueOf(verdict)) {
            case "CONFORMS" -> "ok";
            case "OBSERVATION" -> "warn";
            case "FINDING" -> "danger";
            default -> "";
        };
    }
}
