package mx.gob.edomex.catgem.web.support;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import mx.gob.edomex.catgem.administration.DeadLetter;
import mx.gob.edomex.catgem.administration.DeadLetterBox;
import mx.gob.edomex.catgem.administration.DeadLetterReason;
import mx.gob.edomex.catgem.shared.Violation;

/** Dead letters, one by one: look, then send back or throw away, with a reason. */
@Named
@RequestScoped
public class DeadLettersView {

    @Inject
    DeadLetterBox box;

    private List<DeadLetter> letters;
    private boolean away;
    private String said;
    private String refused;

    public List<DeadLetter> getLetters() {
        if (letters == null) {
            try {
                letters = box.list();
            } catch (EJBException e) {
                away = true; // the queues of the same page say so
                letters = List.of();
            }
        }
        return letters;
    }

    public boolean isAway() {
        getLetters();
        return away;
    }

    public List<DeadLetterReason> getReasons() {
        return List.of(DeadLetterReason.values());
    }

    public void sendBack() {
        act(box::sendBack, "sent");
    }

    public void discard() {
        act(box::discard, "discarded");
    }

    private void act(BiConsumer<String, DeadLetterReason> act, String outcome) {
        Map<String, String> asked = asked();
        DeadLetterReason reason = Arrays.stream(DeadLetterReason.values())
                .filter(one -> one.name().equals(asked.get("reason")))
                .findFirst()
                .orElse(null);
        try {
            act.accept(asked.getOrDefault("letter", ""), reason);
            said = text("Support", "dead." + outcome);
        } catch (Violation e) {
            refused = text("Violations", "violation." + e.code());
        }
        letters = null; // read before the act, to find its button
    }

    private static String text(String bundle, String key) {
        return ResourceBundle.getBundle(
                        "i18n." + bundle,
                        FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                        DeadLettersView.class.getClassLoader())
                .getString(key);
    }

    /** What the last act brought about, in words; null when there was none. */
    public String getSaid() {
        return said;
    }

    /** Why the last act was refused, in words; null when it was not. */
    public String getRefused() {
        // Somebody took the last letter meanwhile: without a list there is no button whose act could be run.
        boolean tooLate = refused == null && said == null && asked().containsKey("letter");
        return tooLate ? text("Violations", "violation.DeadLetterGone") : refused;
    }

    private static Map<String, String> asked() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }
}
