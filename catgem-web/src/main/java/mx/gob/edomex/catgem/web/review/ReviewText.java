package mx.gob.edomex.catgem.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.review.InputSheet.Line;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.review.ReviewWords;
import mx.gob.edomex.catgem.shared.Language;

/** What the pages of reviews say in the reader's language; inputs in the words of the paper. */
@Named("reviewWords")
@RequestScoped
public class ReviewText {

    private ReviewWords words;

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private ReviewWords words() {
        if (words == null) {
            words = ReviewWords.in(Language.of(locale()));
        }
        return words;
    }

    private static String said(String key, Object... values) {
        String text = ResourceBundle.getBundle("i18n.Review", locale(), ReviewText.class.getClassLoader())
                .getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    public String of(String kind, Object code) {
        return code == null ? "" : said(kind + "." + code);
    }

    public String two(String key, Object one, Object other) {
        return said(key, one, other);
    }

    public String section(Section section) {
        return words().section(section);
    }

    public String name(Line line) {
        return words().name(line);
    }

    public String value(Line line) {
        return words().value(line);
    }

    public String beside(Line line) {
        return words().beside(line);
    }

    /** A count that somebody has to do something about. */
    public boolean isAlarming(Line line) {
        boolean counts = line.code().equals("OVERDUE") || line.code().equals("LATE");
        boolean overdue = line.section() == Section.DECISIONS && "OVERDUE".equals(line.value());
        return overdue || (counts && !"0".equals(line.value()));
    }
}
