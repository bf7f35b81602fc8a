package mx.gob.edomex.catgem.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Names of technical things in the reader's language; what nobody has named yet shows as itself. */
@Named
@RequestScoped
public class SupportWords {

    private static final String CLASS = "fila.class.";

    /** The text {@code <kind>.<code>}. */
    public String of(String kind, Object code) {
        String key = kind + "." + code;
        return texts().containsKey(key) ? texts().getString(key) : String.valueOf(code);
    }

    /** What a queue is for. */
    public String queue(String name) {
        return name.startsWith(CLASS) ? texts().getString("queue.class") : of("queue", name);
    }

    public String format(String key, Object... arguments) {
        return new MessageFormat(texts().getString(key), locale()).format(arguments);
    }

    private static ResourceBundle texts() {
        return ResourceBundle.getBundle("i18n.Support", locale(), SupportWords.class.getClassLoader());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
