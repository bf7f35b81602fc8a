package mx.gob.edomex.catgem.shared;

import java.util.Locale;

/** Languages the centre attends in. */
public enum Language {
    ES,
    EN;

    public Locale locale() {
        return this == ES ? new Locale("es", "MX") : Locale.ENGLISH;
    }

    /** Spanish unless the locale is English. */
    public static Language of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? EN : ES;
    }
}
