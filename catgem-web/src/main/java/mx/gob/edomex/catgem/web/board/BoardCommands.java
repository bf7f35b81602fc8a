package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.AlertService;
import mx.gob.edomex.catgem.contact.RaisedHands;
import mx.gob.edomex.catgem.contact.Steering;
import mx.gob.edomex.catgem.contact.StuckReason;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.PresenceService;

/** What is done from the dashboard; the page names what it is about, the services say whether it may be. */
@Named
@RequestScoped
public class BoardCommands {

    @Inject
    HttpServletRequest request;

    @Inject
    BoardAnswer answer;

    @Inject
    Steering steering;

    @Inject
    PresenceService presence;

    @Inject
    RaisedHands hands;

    @Inject
    AlertService alerts;

    public void act() {
        answer.attempt(() -> {
            switch (text("act")) {
                case "move" -> {
                    steering.move(folio(), text("topic"));
                    answer.offerUndo("undo");
                }
                case "priority" -> {
                    steering.prioritise(folio(), Priority.valueOf(text("priority")));
                    answer.offerUndo("undo");
                }
                case "undo" -> steering.undo(folio());
                case "withdraw" -> steering.withdraw(folio());
                case "close" -> steering.closeStuck(folio(), text("disposition"), StuckReason.valueOf(text("reason")));
                case "state" -> {
                    String pause = text("pause").isEmpty() ? null : text("pause");
                    if (presence.assign(text("advisor"), Presence.valueOf(text("presence")), pause)) {
                        answer.offerUndo("undo-state");
                    }
                }
                case "undo-state" -> presence.undoAssigned(text("advisor"));
                case "answer" -> hands.answer(UUID.fromString(text("hand")), text("words"));
                case "take" -> alerts.take(Long.parseLong(text("alert")));
                case "end" -> alerts.end(Long.parseLong(text("alert")));
                default -> throw new IllegalArgumentException("no such act");
            }
        });
    }

    private Folio folio() {
        return new Folio(text("folio"));
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
