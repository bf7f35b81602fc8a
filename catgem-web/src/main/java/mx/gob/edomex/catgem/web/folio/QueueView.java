package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Map;
import mx.gob.edomex.catgem.contact.AlertService;
import mx.gob.edomex.catgem.contact.QueueBoard;
import mx.gob.edomex.catgem.contact.QueueClass;
import mx.gob.edomex.catgem.contact.QueueQueries;

/** The universal queue as it is now; the page asks again every few seconds. */
@Named
@RequestScoped
public class QueueView {

    private static final int SHOWN = 40;

    @Inject
    QueueQueries queue;

    @Inject
    AlertService alerts;

    private QueueBoard board;

    public QueueBoard getBoard() {
        if (board == null) {
            board = queue.board(FolioWords.language(), SHOWN);
        }
        return board;
    }

    /** Contacts in classes whose oldest one has missed its target. */
    public int getClassesBeyondTarget() {
        return (int) getBoard().classes().stream()
                .filter(one -> one.usedPercent() > 100)
                .count();
    }

    public long getLongestWaitSeconds() {
        return getBoard().classes().stream()
                .map(QueueClass::oldestWait)
                .mapToLong(Duration::toSeconds)
                .max()
                .orElse(0);
    }

    public int advisorsIn(String state) {
        return getBoard().byState().getOrDefault(state, 0);
    }

    public int getNotShown() {
        return Math.max(
                0,
                getBoard().depth() + getBoard().offered() - getBoard().waiting().size());
    }

    /** Takes or ends the alert named in the request. */
    public void act() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        long alert = Long.parseLong(asked.get("alert"));
        if ("end".equals(asked.get("act"))) {
            alerts.end(alert);
        } else {
            alerts.take(alert);
        }
    }
}
