package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mx.gob.edomex.catgem.shared.Outage;
import mx.gob.edomex.catgem.shared.Trouble;

/** While the database is away every page and every beat of a desk fails: each is told to come back, the log not of each. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OutageFilter extends HttpFilter {

    static final Trouble TROUBLE = new Trouble(OutageFilter.class, "pages cannot be answered");
    static final String RETRY_SECONDS = "10";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!Outage.isBehind(e) || response.isCommitted()) {
                throw e;
            }
            TROUBLE.met(e);
            response.reset();
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
