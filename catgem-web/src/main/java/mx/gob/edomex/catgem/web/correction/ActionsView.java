package mx.gob.edomex.catgem.web.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.ActionLine;
import mx.gob.edomex.catgem.correction.ActionNotYours;
import mx.gob.edomex.catgem.correction.Corrections;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** What the reader has to do about nonconformities, and until when. */
@Named
@RequestScoped
public class ActionsView {

    @Inject
    HttpServletRequest request;

    @Inject
    FindingQueries queries;

    @Inject
    Corrections corrections;

    @Inject
    Refusals refusals;

    private List<ActionLine> mine;
    private String refused;

    private List<ActionLine> mine() {
        if (mine == null) {
            mine = queries.mine();
        }
        return mine;
    }

    public List<ActionLine> getOpen() {
        return mine().stream().filter(action -> action.doneAt() == null).toList();
    }

    public List<ActionLine> getEnded() {
        return mine().stream().filter(action -> action.doneAt() != null).toList();
    }

    public long getOverdue() {
        return getOpen().stream().filter(ActionLine::overdue).count();
    }

    public String done() {
        refused = refusals.of(() -> corrections.done(action(), request.getParameter("evidence")));
        mine = null;
        return refused == null ? "/actions.xhtml?faces-redirect=true&done=yes" : null;
    }

    private UUID action() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("action")));
        } catch (IllegalArgumentException e) {
            throw new ActionNotYours();
        }
    }

    /** What was typed for that action and refused. */
    public String evidence(ActionLine action) {
        return refused != null && action.id().toString().equals(request.getParameter("action"))
                ? request.getParameter("evidence")
                : "";
    }

    public String getRefused() {
        return refused;
    }

    public boolean isDone() {
        return "yes".equals(request.getParameter("done")) && refused == null;
    }
}
