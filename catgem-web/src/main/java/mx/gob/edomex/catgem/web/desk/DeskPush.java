package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.web.shell.SocketBeat;

/** Carries signals to the desks open on this node; a signal says that something changed, never what. */
@ApplicationScoped
public class DeskPush {
    private static final String CHANNEL = "desk";

    @Inject
    @Push(channel = CHANNEL)
    PushContext desks;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    void opened(@Observes @WebsocketEvent.Opened WebsocketEvent event) {
        if (CHANNEL.equals(event.getChannel())) {
            open.merge(event.getUser(), 1, Integer::sum);
        }
    }

    void closed(@Observes @WebsocketEvent.Closed WebsocketEvent event) {
        if (CHANNEL.equals(event.getChannel())) {
            open.computeIfPresent(event.getUser(), (user, sockets) -> sockets == 1 ? null : sockets - 1);
        }
    }

    void pass(@Observes DeskSignal signal) {
        if (signal.kind() == DeskSignal.Kind.KNOWLEDGE_WORK) {
            return;
        }
        Collection<String> receivers = signal.username() == null ? open.keySet() : Set.of(signal.username());
        String contact = signal.contactId() == null ? "" : signal.contactId();
        if (!receivers.isEmpty()) {
            desks.send(Map.of("kind", signal.kind().name(), "contact", contact), receivers);
        }
    }

    void beat(@Observes SocketBeat beat) {
        if (!open.isEmpty()) {
            desks.send("BEAT", open.keySet());
        }
    }
}
