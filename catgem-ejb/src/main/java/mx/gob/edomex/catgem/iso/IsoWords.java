package mx.gob.edomex.catgem.iso;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.iso.ClauseMap.Evidence;
import mx.gob.edomex.catgem.shared.Language;

/** The reports and the maps in people's words, the same on the page and in the files. */
public final class IsoWords {

    private final ResourceBundle texts;
    private final Language language;

    private IsoWords(Language language) {
        this.language = language;
        texts = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.iso.Iso", language.locale(), IsoWords.class.getClassLoader());
    }

    public static IsoWords in(Language language) {
        return new IsoWords(language);
    }

    public String text(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language.locale()).format(values);
    }

    /** The text {@code <kind>.<code>}; a code nobody has named yet, or none, shows as itself. */
    public String of(String kind, Object code) {
        String key = kind + "." + code;
        return code == null ? "" : texts.containsKey(key) ? texts.getString(key) : code.toString();
    }

    /** The count and the day that made a colour, in a sentence. */
    public String figures(Evidence evidence) {
        EvidenceFigures figures = evidence.figures();
        return text(
                "figures." + evidence.source(),
                figures.count(),
                figures.of(),
                figures.day() == null ? text("day.none") : figures.day().toString());
    }

    Language language() {
        return language;
    }
}
