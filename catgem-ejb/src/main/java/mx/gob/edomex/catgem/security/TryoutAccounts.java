package mx.gob.edomex.catgem.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Installation;

/** The people of the try-out and their password stand in the README: in production neither lets anybody in. */
@ApplicationScoped
public class TryoutAccounts {

    /** Of all of them. */
    public static final String PASSWORD = "catgem-demo";

    private static final Pattern NAMES = Pattern.compile(
            "asesora[0-9]{2}|coordinadora[1-4]|informacion[1-3]|supervisora|auditora|auditor2|direccion|soporte|integracion");

    @Inject
    Installation installation;

    private volatile CentreMode mode;

    /** Whether this is production and the password is the try-out's, whoever has it. */
    public boolean refusesPassword(String typed) {
        return PASSWORD.equals(typed) && isProduction();
    }

    /** Whether this is production and the user name is one of the try-out's. */
    public boolean refusesName(String username) {
        return NAMES.matcher(username).matches() && isProduction();
    }

    /** Stamped for ever, so read once: a program signs in with each call. */
    private boolean isProduction() {
        if (mode == null) {
            mode = installation.mode();
        }
        return mode == CentreMode.PRODUCTION;
    }
}
