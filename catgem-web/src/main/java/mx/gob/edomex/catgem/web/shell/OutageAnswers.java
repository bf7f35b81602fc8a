package mx.gob.edomex.catgem.web.shell;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.StreamSupport;
import mx.gob.edomex.catgem.shared.Outage;

/**
 * What {@link OutageFilter} does for pages, for what a page asks in the background, live ones every three seconds.
 */
public class OutageAnswers extends ExceptionHandlerFactory {

    public OutageAnswers(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            FacesContext context = FacesContext.getCurrentInstance();
            Throwable outage = StreamSupport.stream(
                            getUnhandledExceptionQueuedEvents().spliterator(), false)
                    .map(event -> event.getContext().getException())
                    .filter(Outage::isBehind)
                    .findFirst()
                    .orElse(null);
            if (outage == null
                    || !context.getPartialViewContext().isAjaxRequest()
                    || context.getExternalContext().isResponseCommitted()) {
                super.handle();
                return;
            }
            OutageFilter.TROUBLE.met(outage);
            getUnhandledExceptionQueuedEvents().iterator().forEachRemaining(event -> {});
            context.getExternalContext().responseReset();
            context.getExternalContext().setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            context.responseComplete();
        }
    }
}
