package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser keeps for us; for a year, also before login, the two choices of language and theme. */
final class Cookies {
    static final String LANGUAGE = "catgem_language";
    static final String THEME = "catgem_theme";
    /** Somebody has just logged out here. */
    static final String OUT = "catgem_out";

    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static Cookie remember(HttpServletRequest request, String name, String value) {
        Cookie cookie = of(request, name, value);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        return cookie;
    }

    /** For as long as the browser needs to get to another page. */
    static Cookie brief(HttpServletRequest request, String name) {
        Cookie cookie = of(request, name, "yes");
        cookie.setMaxAge((int) Duration.ofSeconds(15).toSeconds());
        return cookie;
    }

    /** Until the browser is closed. */
    static Cookie of(HttpServletRequest request, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
