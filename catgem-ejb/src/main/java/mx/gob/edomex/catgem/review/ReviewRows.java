package mx.gob.edomex.catgem.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.ActRows;

/** Reviews as they are kept, and the record of each act in the ledger. */
@ApplicationScoped
public class ReviewRows extends ActRows {

    void keep(ManagementReview review) {
        entities.persist(review);
        entities.flush();
    }

    /**
     * The review, held until the transaction ends.
     *
     * @throws ReviewUnknown when there is none
     */
    ManagementReview locked(ReviewId id) {
        ManagementReview review = entities.find(ManagementReview.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (review == null) {
            throw new ReviewUnknown();
        }
        entities.refresh(review);
        return review;
    }

    /** @throws ReviewUnknown when there is none */
    ManagementReview found(ReviewId id) {
        ManagementReview review = entities.find(ManagementReview.class, id.value());
        if (review == null) {
            throw new ReviewUnknown();
        }
        return review;
    }

    void record(ReviewId review, String act, Map<String, String> refs) {
        Map<String, String> all = new HashMap<>(refs);
        all.put("review", review.toString());
        enter(act, now(), null, all);
    }
}
