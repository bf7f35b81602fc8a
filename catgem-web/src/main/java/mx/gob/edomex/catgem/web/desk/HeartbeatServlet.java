package mx.gob.edomex.catgem.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import mx.gob.edomex.catgem.web.shell.SessionPass;
import mx.gob.edomex.catgem.workforce.PresenceService;

/**
 * The desk's sign of life every ten seconds, answered with the centre's time in milliseconds. The header cannot be set
 * from another site, so only the desk can speak for its advisor.
 */
@WebServlet("/desk/heartbeat")
public class HeartbeatServlet extends HttpServlet {
    @Inject
    transient PresenceService presence;

    @Inject
    transient Clock clock;

    @Inject
    transient SessionPass pass;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"desk".equals(request.getHeader("X-Requested-With"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getRemoteUser() == null) {
            pass.tellIfElsewhere(request, response);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        presence.heartbeat();
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(clock.millis());
    }
}
