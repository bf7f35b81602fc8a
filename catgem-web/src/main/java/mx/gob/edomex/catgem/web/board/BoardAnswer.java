package mx.gob.edomex.catgem.web.board;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.desk.RefusalWords;
import org.primefaces.PrimeFaces;

/** Runs a command of a page and tells what came of it: done, or refused in words. */
@RequestScoped
public class BoardAnswer {

    @Inject
    RefusalWords refusals;

    /** For a page that asks in the background: the outcome is in the answer's parameters. */
    void attempt(Runnable command) {
        Optional<String> refused = refusal(command);
        PrimeFaces.current().ajax().addCallbackParam(refused.isEmpty() ? "done" : "refused", refused.orElse("yes"));
    }

    /** What was done can be taken back for a while by another command. */
    void offerUndo(String command) {
        PrimeFaces.current().ajax().addCallbackParam("undo", command);
    }

    /** Why it was refused, in words; empty when it was done. */
    Optional<String> refusal(Runnable command) {
        try {
            command.run();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(refusals.of(violation));
        } catch (EJBException wrapped) {
            if (wrapped.getCause() instanceof Violation violation) {
                return Optional.of(refusals.of(violation));
            }
            throw wrapped;
        }
    }
}
