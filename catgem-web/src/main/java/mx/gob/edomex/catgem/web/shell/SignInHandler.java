package mx.gob.edomex.catgem.web.shell;

import io.undertow.security.api.SecurityContext;
import io.undertow.security.idm.Account;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import mx.gob.edomex.catgem.security.AccountStandings;
import mx.gob.edomex.catgem.security.SignInAttempt;
import mx.gob.edomex.catgem.security.SignInGuard;
import mx.gob.edomex.catgem.security.TryoutAccounts;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * Asks {@link SignInGuard} before the container looks at a password, sent by the form or by Basic, and tells it how that
 * went. A refused form goes back to the login page; a refused program loses its header, and {@code ApiGuard} tells it.
 */
final class SignInHandler implements HttpHandler {

    private static final Trouble TROUBLE = new Trouble(SignInHandler.class, "sign-ins are not counted");

    /** Nothing is wrong with the password: the container would answer an empty page. */
    private static final String AWAY = "/login.xhtml?away";

    private final HttpHandler next;

    SignInHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HttpServletRequest request =
                exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY).getOriginalRequest();
        boolean form = isForm(request);
        BasicName given = form
                ? new BasicName(request.getParameter("j_username"), request.getParameter("j_password"))
                : BasicName.in(request.getHeader("Authorization")).orElse(null);
        if (given == null || given.name() == null) {
            next.handleRequest(exchange);
            return;
        }
        String name = given.name();
        Optional<SignInAttempt> begun = begin(name, request.getRemoteAddr());
        if (form && begun.isEmpty()) {
            sendTo(exchange, request.getContextPath() + AWAY);
            return;
        }
        if (begun.isPresent() && begun.get().refused()) {
            refuse(exchange, request, form, begun.get().seconds());
            return;
        }
        if (isTryoutPassword(given)) {
            begun.ifPresent(attempt -> end(attempt, false));
            refuseOutdated(exchange, request, form, "/login.xhtml?demo");
            return;
        }
        begun.map(SignInAttempt::seconds)
                .filter(seconds -> seconds > 0)
                .ifPresent(seconds -> request.setAttribute(SignInGate.WAIT, seconds));
        Optional<Boolean> judged = judge(given);
        if (judged.isPresent()) {
            if (!judged.get()) {
                begun.ifPresent(attempt -> end(attempt, false));
                refuseOutdated(exchange, request, form, "/login.xhtml?failed");
                return;
            }
            CDI.current().select(RealmCache.class).get().forget();
        }
        next.handleRequest(exchange);
        if (form && exchange.getStatusCode() >= StatusCodes.INTERNAL_SERVER_ERROR && !exchange.isResponseStarted()) {
            sendTo(exchange, request.getContextPath() + AWAY);
            return;
        }
        begun.ifPresent(attempt -> end(attempt, isSignedIn(exchange, name)));
    }

    /** The container keeps what it has read of an account for some seconds; what was changed meanwhile counts at once. */
    private static Optional<Boolean> judge(BasicName given) {
        try {
            return given.password() == null
                    ? Optional.empty()
                    : CDI.current().select(AccountStandings.class).get().judge(given.name(), given.password());
        } catch (RuntimeException e) {
            TROUBLE.met(e);
            return Optional.empty();
        }
    }

    /** What the README tells everybody lets nobody into a production centre. */
    private static boolean isTryoutPassword(BasicName given) {
        try {
            return CDI.current().select(TryoutAccounts.class).get().refusesPassword(given.password());
        } catch (RuntimeException e) {
            TROUBLE.met(e);
            return false;
        }
    }

    private void refuseOutdated(HttpServerExchange exchange, HttpServletRequest request, boolean form, String page)
            throws Exception {
        if (form) {
            sendTo(exchange, request.getContextPath() + page);
            return;
        }
        exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
        next.handleRequest(exchange);
    }

    private void refuse(HttpServerExchange exchange, HttpServletRequest request, boolean form, long seconds)
            throws Exception {
        if (form) {
            sendTo(exchange, request.getContextPath() + "/login.xhtml?wait=" + seconds);
            return;
        }
        exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
        request.setAttribute(SignInGate.WAIT, seconds);
        next.handleRequest(exchange);
    }

    private static void sendTo(HttpServerExchange exchange, String page) {
        exchange.setStatusCode(StatusCodes.SEE_OTHER);
        exchange.getResponseHeaders().put(Headers.LOCATION, page);
        exchange.endExchange();
    }

    private static boolean isForm(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getRequestURI().endsWith("/j_security_check");
    }

    /** Nothing while the database is away: then no password can be checked either. */
    private static Optional<SignInAttempt> begin(String name, String address) {
        try {
            return Optional.of(guard().begin(name, address));
        } catch (RuntimeException e) {
            TROUBLE.met(e);
            return Optional.empty();
        }
    }

    private static void end(SignInAttempt attempt, boolean signedIn) {
        try {
            if (signedIn) {
                guard().succeeded(attempt);
            } else {
                guard().failed(attempt);
            }
            TROUBLE.over();
        } catch (RuntimeException e) {
            TROUBLE.met(e);
        }
    }

    private static boolean isSignedIn(HttpServerExchange exchange, String name) {
        SecurityContext security = exchange.getSecurityContext();
        Account account = security == null ? null : security.getAuthenticatedAccount();
        return account != null && account.getPrincipal().getName().equals(name);
    }

    private static SignInGuard guard() {
        return CDI.current().select(SignInGuard.class).get();
    }
}
