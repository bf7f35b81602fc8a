package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Language;

/** Codes of the ledger and the catalogue in the reader's language; a code nobody has named yet shows as itself. */
@Named("folioWords")
@RequestScoped
public class FolioWords {

    /** The language of the view, which is only known while it is built and rendered. */
    static Language language() {
        return Language.of(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** The text {@code <kind>.<code>}; an empty code is an empty text. */
    public String of(String kind, Object code) {
        if (code == null || code.toString().isEmpty()) {
            return "";
        }
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Folio", locale(), FolioWords.class.getClassLoader());
        String key = kind + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : code.toString();
    }

    /** {@code ok}, {@code warn} from 75 %, {@code danger} once the target is missed. */
    public String level(int usedPercent) {
        return usedPercent > 100 ? "danger" : usedPercent >= 75 ? "warn" : "ok";
    }

    /** Width of a bar in percent. */
    public int bar(int usedPercent) {
        return Math.min(100, Math.max(2, usedPercent));
    }

    public String stateLevel(String state) {
        return switch (state) {
            case "QUEUED", "OFFERED", "CALLBACK_SCHEDULED" -> "warn";
            case "IN_PROGRESS", "ON_HOLD", "WAITING_FOR_CITIZEN", "AFTER_CALL_WORK" -> "info";
            case "CLOSED" -> "ok";
            case "ABANDONED_IN_QUEUE", "ABANDONED_WHILE_ALERTING", "ABANDONED_IN_IVR", "OVERFLOWED", "FAILED" ->
                "danger";
            default -> "";
        };
    }

    public String channelIcon(Object channel) {
        return switch (String.valueOf(channel)) {
            case "EMAIL" -> "pi-envelope";
            case "PHONE" -> "pi-phone";
            case "SOCIAL" -> "pi-share-alt";
            default -> "pi-comment";
        };
    }

    public long seconds(Duration duration) {
        return duration == null ? 0 : duration.toSeconds();
    }

    /** Whether the record was made noticeably after the act. */
    public boolean late(Instant at, Instant recordedAt) {
        return Duration.between(at, recordedAt).toSeconds() > 5;
    }
}
