package mx.gob.edomex.catgem.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import mx.gob.edomex.catgem.security.AccountStanding;
import mx.gob.edomex.catgem.security.AccountStandings;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * Lets nobody further whose account is disabled, and somebody with a one-time password only to the page where it is
 * changed. Sessions are watched by {@link SessionWatch}; a program without one is looked up at each call.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
public class AccountFilter extends HttpFilter {

    /** Request attribute: the account must change its password first, which a program is told by a problem document. */
    public static final String MUST_CHANGE = "catgem.account.mustChange";

    static final String PAGE = "/password.xhtml";
    private static final Trouble TROUBLE = new Trouble(AccountFilter.class, "accounts cannot be looked up");

    @Inject
    transient SessionWatch sessions;

    @Inject
    transient AccountStandings accounts;

    @Inject
    transient SessionPass pass;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String name = request.getRemoteUser();
        if (name == null || isFurniture(request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SessionAccount> account = account(request, name);
        boolean program = request.getServletPath().startsWith("/api");
        if (account.isEmpty()) {
            end(request);
            if (program) {
                chain.doFilter(request, response); // as somebody unknown, which the API answers itself
            } else {
                leave(request, response, "/login.xhtml?ended");
            }
        } else if (program) {
            if (account.get().mustChange()) {
                request.setAttribute(MUST_CHANGE, true);
            }
            chain.doFilter(request, response);
        } else if (!account.get().mustChange() || request.getServletPath().equals(PAGE)) {
            pass.keep(request, response, account.get());
            draw(request, response, chain);
        } else {
            leave(request, response, PAGE);
        }
    }

    /** A session that ends while its page is being drawn is over, and no failure. */
    private static void draw(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IllegalStateException e) {
            if (session == null || !isOver(session) || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            leave(request, response, "/login.xhtml?ended");
        }
    }

    private static boolean isOver(HttpSession session) {
        try {
            session.getCreationTime();
            return false;
        } catch (IllegalStateException over) {
            return true;
        }
    }

    /** While the database is away nothing else works either, and nobody is to lose their session over it. */
    private Optional<SessionAccount> account(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        try {
            return session == null
                    ? accounts.of(name).filter(AccountStanding::enabled).map(SessionAccount::of)
                    : sessions.account(session, name);
        } catch (RuntimeException e) {
            TROUBLE.met(e);
            return Optional.of(new SessionAccount(name, 0, 0, false));
        }
    }

    private static boolean isFurniture(String path) {
        return path.startsWith("/assets/")
                || path.startsWith("/jakarta.faces.resource")
                || path.startsWith("/errors/")
                || path.startsWith("/public/")
                || path.startsWith("/chat")
                || path.equals("/language")
                || path.equals("/login.xhtml");
    }

    private static void end(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Only a page that was opened can be sent elsewhere; what a script asks for is refused. */
    private static void leave(HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        if ("GET".equals(request.getMethod()) && request.getHeader("Faces-Request") == null) {
            response.sendRedirect(request.getContextPath() + page);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
