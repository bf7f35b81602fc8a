package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.PresenceService;

/** The state switch. */
@Named
@RequestScoped
public class PresenceCommands {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    PresenceService presence;

    public void become() {
        String reason = request.text("reason");
        answer.attempt(
                () -> presence.become(Presence.valueOf(request.text("presence")), reason.isEmpty() ? null : reason),
                "presence",
                "offer");
    }
}
