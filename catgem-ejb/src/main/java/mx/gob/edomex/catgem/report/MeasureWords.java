package mx.gob.edomex.catgem.report;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Language;

/** Figures in people's words: the same names and formulas on screens, in exports and in the API. */
public final class MeasureWords {

    private final ResourceBundle texts;
    private final Language language;

    private MeasureWords(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.report.measures",
                language.locale(),
                MeasureWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static MeasureWords in(Language language) {
        return new MeasureWords(language);
    }

    public String name(Measure measure) {
        return texts.getString("measure." + measure + ".name");
    }

    /** What it is counted over and what counts, in one sentence. */
    public String formula(Measure measure) {
        return texts.getString("measure." + measure + ".formula");
    }

    public String name(Grouping grouping) {
        return texts.getString("grouping." + grouping);
    }

    /** Any other text of the bundle, {@code export.…}, {@code cut.…}, {@code updates.…}. */
    public String text(String key, Object... arguments) {
        String text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
    }
}
