package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Installation;

/** What every page says of this installation; stamped for ever, so read once. */
@Named
@ApplicationScoped
public class Centre {
    @Inject
    Installation installation;

    private boolean tryout;

    @PostConstruct
    void read() {
        tryout = installation.mode() == CentreMode.TRYOUT;
    }

    public boolean isTryout() {
        return tryout;
    }
}
