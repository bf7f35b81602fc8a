package mx.gob.edomex.catgem.web.shell;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import mx.gob.edomex.catgem.shared.CentreMode;

/**
 * In production a session never travels without TLS: should a proxy forget to say so, nobody gets in, instead of
 * everybody's session lying open. A try-out runs on plain http; behind TLS its cookies are secure too (undertow-handlers.conf).
 */
@WebListener
public class SessionCookies implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setSecure(CentreMode.wanted() == CentreMode.PRODUCTION);
    }
}
