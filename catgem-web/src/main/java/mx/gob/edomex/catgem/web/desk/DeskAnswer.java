package mx.gob.edomex.catgem.web.desk;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import mx.gob.edomex.catgem.shared.Violation;
import org.primefaces.PrimeFaces;

/** Runs a command and tells the page what came of it: done, or refused in words, and which fragments to draw anew. */
@RequestScoped
public class DeskAnswer {
    /** Fragments that show the open contact. */
    static final String[] CONTACT = {"head", "talk", "steps", "person", "closing", "contacts"};

    static final String[] EVERYTHING = {
        "presence", "offer", "today", "handed", "joined", "contacts", "head", "talk", "steps", "person", "closing"
    };
    private static final Set<String> KNOWN = Set.of(
            "presence",
            "offer",
            "today",
            "handed",
            "joined",
            "joined-talk",
            "transfer-body",
            "leave-body",
            "contacts",
            "head",
            "talk",
            "steps",
            "person",
            "closing",
            "close-body",
            "sensitive-body",
            "found",
            "entry",
            "answers",
            "notices");

    @Inject
    RefusalWords refusals;

    /** A broken rule is an answer, not an error; it still redraws, because it means that the page was out of date. */
    void attempt(Runnable command, String... fragments) {
        try {
            command.run();
            say("done", true);
        } catch (Violation violation) {
            refuse(violation);
        } catch (EJBException wrapped) {
            if (!(wrapped.getCause() instanceof Violation violation)) {
                throw wrapped;
            }
            refuse(violation);
        }
        redraw(fragments);
    }

    private void refuse(Violation violation) {
        say("refused", refusals.of(violation));
        say("code", violation.code());
    }

    void say(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }

    /** Names of anything else on the page are ignored: the page cannot ask for what it does not have. */
    void redraw(String... fragments) {
        for (String fragment : fragments) {
            if (KNOWN.contains(fragment)) {
                PrimeFaces.current().ajax().update(fragment);
            }
        }
    }
}
