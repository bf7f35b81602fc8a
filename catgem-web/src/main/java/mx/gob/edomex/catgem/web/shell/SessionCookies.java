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

    static final String MODE = "CATGEM_MODE";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        String mode = System.getProperty(MODE, System.getenv(MODE));
        event.getServletContext()
                .getSessionCookieConfig()
                .setSecure(CentreMode.PRODUCTION.name().equals(mode));
    }
}
