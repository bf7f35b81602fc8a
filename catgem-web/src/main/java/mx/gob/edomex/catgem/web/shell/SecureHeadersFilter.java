package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that keep a page ours. Scripts are limited by a second Content-Security-Policy header with a nonce, which
 * PrimeFaces adds to each page; browsers enforce both. Inline style attributes stay allowed because its components
 * write them.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true, // the chat's long polls pass here
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR})
public class SecureHeadersFilter extends HttpFilter {
    static final String POLICY = "object-src 'none'; base-uri 'self'; form-action 'self'; connect-src 'self'; "
            + "img-src 'self' data:; media-src 'self'; font-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "worker-src 'self'; frame-src 'self'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        // The citizen's chat, which agencies embed, puts its own policy in the place of this one.
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (path.startsWith("/assets/")) {
            response.setHeader("Cache-Control", "no-cache"); // kept, but asked for again after an update
        } else if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource")) {
            response.setHeader("Cache-Control", "no-store"); // personal data stays out of a shared computer's cache
        }
        chain.doFilter(request, response);
    }
}
