package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Gives a failure a reference that support can find in the log; the log gets types, never a citizen's text. */
@Named
@RequestScoped
public class FailureView {
    private static final Logger LOG = System.getLogger(FailureView.class.getName());

    @Inject
    HttpServletRequest request;

    private String reference;

    public String getReference() {
        if (reference == null) {
            reference = UUID.randomUUID().toString().substring(0, 8);
            Object error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE);
            Object page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            LOG.log(Level.ERROR, "Failure page {0} shown on {1}: {2}", reference, page, error);
        }
        return reference;
    }
}
