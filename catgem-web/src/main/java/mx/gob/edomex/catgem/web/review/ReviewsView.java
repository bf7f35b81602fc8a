package mx.gob.edomex.catgem.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import mx.gob.edomex.catgem.review.ReviewId;
import mx.gob.edomex.catgem.review.ReviewLine;
import mx.gob.edomex.catgem.review.ReviewQueries;
import mx.gob.edomex.catgem.review.ReviewWork;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The management reviews, and the plan of another. */
@Named
@RequestScoped
public class ReviewsView {

    @Inject
    HttpServletRequest request;

    @Inject
    ReviewQueries queries;

    @Inject
    ReviewWork work;

    @Inject
    Refusals refusals;

    private List<ReviewLine> found;
    private String refused;

    public List<ReviewLine> getFound() {
        if (found == null) {
            found = queries.all();
        }
        return found;
    }

    public ReviewForm getForm() {
        return refused == null ? ReviewForm.of(queries.proposed()) : ReviewForm.of(request);
    }

    public String plan() {
        ReviewId[] id = new ReviewId[1];
        refused = refusals.of(() -> id[0] = work.plan(ReviewForm.of(request).plan()));
        return refused == null ? "/review.xhtml?faces-redirect=true&done=planned&id=" + id[0] : null;
    }

    public String getRefused() {
        return refused;
    }
}
