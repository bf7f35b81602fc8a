package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Every twenty seconds, for the server cuts who has said nothing for ninety, and nginx, as it comes, who has heard nothing
 * for sixty.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SocketHeart {

    @Inject
    Event<SocketBeat> beats;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void beat() {
        beats.fire(new SocketBeat());
    }
}
