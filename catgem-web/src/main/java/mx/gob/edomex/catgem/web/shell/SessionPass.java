package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import mx.gob.edomex.catgem.security.AccountStanding;
import mx.gob.edomex.catgem.security.SessionPasses;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * The pass of a session in its browser. Whoever signed in by the form gets one; with it {@link PassGate} lets the browser
 * go on where its session is not known: at another node, or after a restart.
 */
@ApplicationScoped
public class SessionPass {

    /** On a refusal: the session is not known here, but the page has only to be opened again. */
    public static final String HEADER = "X-Session";

    public static final String ELSEWHERE = "elsewhere";

    private static final String COOKIE = "CATGEM_PASS";
    private static final long NOTED_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Trouble TROUBLE = new Trouble(SessionPass.class, "sessions do not outlive their node");

    @Inject
    SessionPasses passes;

    /** At each request of a session; once a minute the pass is noted as in use, or given. */
    void keep(HttpServletRequest request, HttpServletResponse response, SessionAccount account) {
        HttpSession session = request.getSession(false);
        if (session == null || request.getHeader("Authorization") != null || isFresh(session, account.username())) {
            return;
        }
        String name = account.username();
        session.setAttribute(Noted.ATTRIBUTE, new Noted(name, System.nanoTime()));
        try {
            Optional<String> shown = Cookies.read(request, COOKIE);
            if (shown.isEmpty() || !passes.used(shown.get(), name, account.following())) {
                response.addCookie(cookie(request, passes.issue(name, account.following()), -1));
            }
            TROUBLE.over();
        } catch (RuntimeException e) {
            TROUBLE.met(e);
        }
    }

    private static boolean isFresh(HttpSession session, String name) {
        return session.getAttribute(Noted.ATTRIBUTE) instanceof Noted noted
                && noted.username().equals(name)
                && System.nanoTime() - noted.nanos() < NOTED_AGAIN_NANOS;
    }

    /** Another person may sign in in the same session. */
    private record Noted(String username, long nanos) implements Serializable {
        static final String ATTRIBUTE = "catgem.pass.noted";
    }

    /** Empty as well while the database is away. */
    Optional<AccountStanding> holder(HttpServletRequest request) {
        try {
            return Cookies.read(request, COOKIE).flatMap(passes::holder);
        } catch (RuntimeException e) {
            TROUBLE.met(e);
            return Optional.empty();
        }
    }

    /** Tells a page's script, which is being refused, whether its page has only to be opened again. */
    public void tellIfElsewhere(HttpServletRequest request, HttpServletResponse response) {
        if (holder(request).isPresent()) {
            response.setHeader(HEADER, ELSEWHERE);
        }
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        Cookies.read(request, COOKIE).ifPresent(passes::end);
        response.addCookie(cookie(request, "", 0));
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = Cookies.of(request, COOKIE, value);
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure()
                || request.getServletContext().getSessionCookieConfig().isSecure());
        return cookie;
    }
}
