package mx.gob.edomex.catgem.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Raises {@link DeskSignal}s within the caller's transaction: a roll-back tells nobody. */
@ApplicationScoped
public class Signals {

    private final Event<SignalRaised> raised;

    @Inject
    public Signals(Event<SignalRaised> raised) {
        this.raised = raised;
    }

    protected Signals() {
        this(null);
    }

    public void toDesk(String username, DeskSignal.Kind kind, ContactId contact) {
        raised.fire(new SignalRaised(new DeskSignal(username, kind, contact == null ? null : contact.toString())));
    }

    public void toAll(DeskSignal.Kind kind, ContactId contact) {
        toDesk(null, kind, contact);
    }
}
