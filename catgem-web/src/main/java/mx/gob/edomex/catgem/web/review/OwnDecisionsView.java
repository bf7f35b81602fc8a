package mx.gob.edomex.catgem.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.review.DecisionLine;
import mx.gob.edomex.catgem.review.DecisionNotYours;
import mx.gob.edomex.catgem.review.ReviewQueries;
import mx.gob.edomex.catgem.review.ReviewWork;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** Decisions of management reviews that the reader owns, beside their corrective actions. */
@Named
@RequestScoped
public class OwnDecisionsView {

    @Inject
    HttpServletRequest request;

    @Inject
    ReviewQueries queries;

    @Inject
    ReviewWork work;

    @Inject
    Refusals refusals;

    private List<DecisionLine> open;
    private String refused;

    public List<DecisionLine> getOpen() {
        if (open == null) {
            open = queries.mine();
        }
        return open;
    }

    public String done() {
        refused = refusals.of(() -> work.done(decision(), Parameters.text(request, "outcome")));
        open = null;
        return refused == null ? "/actions.xhtml?faces-redirect=true&done=decision" : null;
    }

    private UUID decision() {
        try {
            return UUID.fromString(Parameters.text(request, "decision"));
        } catch (IllegalArgumentException e) {
            throw new DecisionNotYours();
        }
    }

    /** What was typed for that decision and refused. */
    public String outcome(DecisionLine line) {
        return refused != null && line.id().toString().equals(Parameters.text(request, "decision"))
                ? Parameters.text(request, "outcome")
                : "";
    }

    public String getRefused() {
        return refused;
    }

    public boolean isDone() {
        return Parameters.text(request, "done").equals("decision") && refused == null;
    }
}
