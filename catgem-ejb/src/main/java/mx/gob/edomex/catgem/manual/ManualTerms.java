package mx.gob.edomex.catgem.manual;

import java.util.Locale;
import java.util.ResourceBundle;

/** Roles, acts, outcomes and types of evidence in words, the same on paper as on a screen. */
public final class ManualTerms {

    private ManualTerms() {}

    /** @param kind {@code role, act, outcome, evidence}; a code nobody has named yet shows as itself */
    public static String of(String kind, Object code, Locale language) {
        ResourceBundle texts = texts(language);
        String key = kind + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : String.valueOf(code);
    }

    static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("mx.gob.edomex.catgem.manual.Paper", language);
    }
}
