package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** Why something was refused, in a sentence of the reader's language. */
@RequestScoped
public class RefusalWords {
    @Inject
    PageLanguage language;

    public String of(Violation violation) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Violations", language.getLocale());
        String key = "violation." + violation.code();
        return texts.getString(texts.containsKey(key) ? key : "violation");
    }
}
