package mx.gob.edomex.catgem.web.shell;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Trouble;

/** What every page says of this installation; stamped for ever, so read once. */
@Named
@ApplicationScoped
public class Centre {

    private static final Trouble TROUBLE = new Trouble(Centre.class, "pages do not know the mode of the centre");

    @Inject
    Installation installation;

    private volatile CentreMode mode;

    /** Not said while the database is away and nobody has asked before: the page that tells so must not fail too. */
    public boolean isTryout() {
        return getMode() == CentreMode.TRYOUT;
    }

    /** Printed on every page; null as above. */
    public CentreMode getMode() {
        if (mode == null) {
            try {
                mode = installation.mode();
                TROUBLE.over();
            } catch (EJBException e) {
                TROUBLE.met(e);
            }
        }
        return mode;
    }
}
