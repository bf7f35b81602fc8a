package mx.gob.edomex.catgem.review;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.review.InputSheet.Line;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.shared.Language;

/** Inputs in people's words: the same on the screen and on paper. */
public final class ReviewWords {

    private final ResourceBundle texts;
    private final MeasureWords measures;
    private final Language language;

    private ReviewWords(Language language) {
        this.language = language;
        this.measures = MeasureWords.in(language);
        this.texts = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.review.review",
                language.locale(),
                ReviewWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static ReviewWords in(Language language) {
        return new ReviewWords(language);
    }

    public String section(Section section) {
        return texts.getString("section." + section);
    }

    /** What a line is about; a code of a version or of a decision is its own name. */
    public String name(Line line) {
        if (line.section() == Section.INDICATORS) {
            return Arrays.stream(Measure.values()).anyMatch(one -> one.name().equals(line.code()))
                    ? measures.name(Measure.valueOf(line.code()))
                    : measures.text("updates.name");
        }
        String key = "input." + line.code();
        return texts.containsKey(key)
                ? texts.getString(key)
                : line.text() == null ? line.code() : line.code() + " " + line.text();
    }

    /** Its value, with what it was counted over. */
    public String value(Line line) {
        if (line.section() == Section.DECISIONS) {
            return texts.getString("decision." + line.value());
        }
        String value = line.value() == null ? "–" : line.value();
        return line.section() == Section.TRAINING ? text("of", value, line.n()) : value;
    }

    /** n, interval and target, as far as there are any. */
    public String beside(Line line) {
        if (line.section() == Section.TRAINING) {
            return "";
        }
        StringBuilder beside = new StringBuilder();
        if (line.n() != null) {
            beside.append("n = ").append(line.n());
        }
        if (line.interval() != null) {
            beside.append(" · 95 %: ").append(line.interval());
        }
        if (line.target() != null) {
            beside.append(beside.isEmpty() ? "" : " · ").append(text("target", line.target()));
        }
        return beside.toString();
    }

    String text(String key, Object... arguments) {
        String text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
    }
}
