package mx.gob.edomex.catgem.web.shell;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ResourceBundle;
import java.util.function.Function;
import mx.gob.edomex.catgem.shared.Violation;

/** Runs a command of a page and says in words why it was refused. */
@RequestScoped
public class Refusals {

    @Inject
    PageLanguage language;

    /** Null when it was done. */
    public String of(Runnable command) {
        return of(command, violation -> words(violation.code()));
    }

    /** As {@link #of(Runnable)}, for a page that knows better words. */
    public String of(Runnable command, Function<Violation, String> said) {
        try {
            command.run();
            return null;
        } catch (Violation violation) {
            return said.apply(violation);
        } catch (EJBException wrapped) {
            if (wrapped.getCause() instanceof Violation violation) {
                return said.apply(violation);
            }
            throw wrapped;
        }
    }

    /** The sentence of a rule, by its name. */
    public String words(String code) {
        ResourceBundle own = ResourceBundle.getBundle("i18n.Admin", language.getLocale());
        ResourceBundle shared = ResourceBundle.getBundle("i18n.Violations", language.getLocale());
        String key = "violation." + code;
        return own.containsKey(key)
                ? own.getString(key)
                : shared.getString(shared.containsKey(key) ? key : "violation");
    }
}
