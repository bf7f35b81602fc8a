package mx.gob.edomex.catgem.web.shell;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.wildfly.security.cache.CachedIdentity;

/**
 * A page that is opened with a pass, but without a session that this node knows, begins a session of the pass's holder,
 * before the container asks for a password. It then finds in it what it would find in a session that another node had
 * replicated: the name of who signed in by the form.
 */
final class PassGate implements HttpHandler {

    /** Where the container's sign-in by form keeps whom it let in; private there, so a test opens a page by a pass. */
    private static final String IDENTITY =
            "org.wildfly.security.http.form.FormAuthenticationMechanism.elytron-identity";

    private final HttpHandler next;

    PassGate(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HttpServletRequest request =
                exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY).getOriginalRequest();
        if (opensPage(request) && !SessionAccount.isIn(request.getSession(false))) {
            CDI.current().select(SessionPass.class).get().holder(request).ifPresent(holder -> {
                HttpSession session = fresh(request);
                session.setAttribute(IDENTITY, new CachedIdentity("FORM", false, holder::username));
                session.setAttribute(SessionAccount.ATTRIBUTE, SessionAccount.of(holder));
            });
        }
        next.handleRequest(exchange);
    }

    /** What a script asks is refused by {@link ScriptGate}: its page would not be known to the new session. */
    private static boolean opensPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        String mode = request.getHeader("Sec-Fetch-Mode"); // on plain http only sent to this very machine
        return mode == null ? path.endsWith(".xhtml") : mode.equals("navigate") && !path.endsWith("/j_security_check");
    }

    /** Nobody may have prepared it for the person. */
    private static HttpSession fresh(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return request.getSession(true);
    }
}
