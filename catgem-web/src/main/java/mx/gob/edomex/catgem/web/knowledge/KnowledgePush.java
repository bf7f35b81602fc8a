package mx.gob.edomex.catgem.web.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.web.shell.SocketBeat;

/** Tells the officers' pages on this node that a draft, a task or an entry changed; they ask again themselves. */
@ApplicationScoped
public class KnowledgePush {
    @Inject
    @Push(channel = "knowledge")
    PushContext pages;

    void pass(@Observes DeskSignal signal) {
        boolean concerns = signal.kind() == DeskSignal.Kind.KNOWLEDGE_WORK
                || (signal.kind() == DeskSignal.Kind.KNOWLEDGE && signal.username() == null);
        if (concerns) {
            pages.send(signal.kind().name());
        }
    }

    void beat(@Observes SocketBeat beat) {
        pages.send("BEAT");
    }
}
