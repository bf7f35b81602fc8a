package mx.gob.edomex.catgem.web.knowledge;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import org.primefaces.PrimeFaces;

/** Runs what an officer asks and tells the page what came of it: done, where to go next, or refused in words. */
@RequestScoped
public class OfficerAnswer {
    @Inject
    PageLanguage language;

    /** @return whether it was done; a broken rule is an answer and no error */
    boolean attempt(Runnable command) {
        try {
            refusal(command);
            say("done", true);
            return true;
        } catch (Violation violation) {
            say("refused", words(violation));
            return false;
        }
    }

    /** @throws Violation unwrapped, whatever the container made of it */
    static void refusal(Runnable command) {
        try {
            command.run();
        } catch (EJBException wrapped) {
            if (wrapped.getCause() instanceof Violation violation) {
                throw violation;
            }
            throw wrapped;
        }
    }

    void say(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }

    /** A page of ours, with its parameters, relative to the application. */
    void go(String page) {
        say("go", page);
    }

    String words(Violation violation) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.Violations", language.getLocale());
        String key = "violation." + violation.code();
        return texts.getString(texts.containsKey(key) ? key : "violation");
    }
}
