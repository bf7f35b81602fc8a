package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import mx.gob.edomex.catgem.contact.AlertService;
import mx.gob.edomex.catgem.contact.QueueBoard;
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
