package mx.gob.edomex.catgem.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import mx.gob.edomex.catgem.review.ReviewPlan;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** The plan of a review as it is typed. */
public record ReviewForm(String heldOn, String from, String to, String participants) {

    static ReviewForm of(HttpServletRequest request) {
        return new ReviewForm(
                Parameters.text(request, "heldOn"),
                Parameters.text(request, "from"),
                Parameters.text(request, "to"),
                Parameters.text(request, "participants"));
    }

    static ReviewForm of(ReviewPlan plan) {
        return new ReviewForm(
                plan.heldOn().toString(), plan.from().toString(), plan.to().toString(), plan.participants());
    }

    ReviewPlan plan() {
        return new ReviewPlan(day(heldOn), day(from), day(to), participants);
    }

    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
