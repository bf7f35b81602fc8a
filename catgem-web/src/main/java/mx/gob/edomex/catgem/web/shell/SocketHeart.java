package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import mx.gob.edomex.catgem.shared.Beat;

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
    Beat beat;

    @Inject
    Event<SocketBeat> beats;

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(20), this::beat);
    }

    void beat() {
        beats.fire(new SocketBeat());
    }
}
