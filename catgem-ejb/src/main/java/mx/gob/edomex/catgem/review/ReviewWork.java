package mx.gob.edomex.catgem.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.DueDayPast;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.correction.OwnerNotInCentre;
import mx.gob.edomex.catgem.correction.Words;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** A management review from its plan to its minutes, and what becomes of its decisions. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class ReviewWork {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ReviewRows rows;

    @Inject
    ReviewInputs inputs;

    @Inject
    FindingQueries people;

    private record Decision(UUID id, ReviewId review, String owner, boolean done) {}

    /** @throws ReviewPlanInvalid when its days make no sense */
    public ReviewId plan(ReviewPlan plan) {
        plan.check();
        ReviewId id = new ReviewId(UUID.randomUUID());
        rows.keep(new ManagementReview(id, rows.next("RD"), plan, rows.me(), rows.now()));
        rows.record(id, "REVIEW_PLANNED", days(plan));
        return id;
    }

    /** As {@link #plan}, of a review whose inputs are not frozen. */
    public void replan(ReviewId id, ReviewPlan plan) {
        rows.locked(id).replan(plan);
        rows.record(id, "REVIEW_REPLANNED", days(plan));
    }

    private static Map<String, String> days(ReviewPlan plan) {
        return Map.of(
                "heldOn", plan.heldOn().toString(),
                "from", plan.from().toString(),
                "to", plan.to().toString());
    }

    /**
     * Freezes the inputs as they stand. Assembled again, they are another record, and the earlier one stays.
     *
     * @param suggestions for improvement; may be empty
     * @throws ReviewPeriodNotOver while figures of the period still grow
     */
    public void assemble(ReviewId id, String suggestions) {
        ManagementReview review = rows.locked(id);
        review.assemble(rows.today());
        String said = suggestions == null || suggestions.isBlank() ? "" : Words.needed(suggestions);
        InputSheet sheet = new InputSheet(
                review.number(),
                review.from(),
                review.to(),
                rows.now(),
                rows.me(),
                inputs.lines(review, rows.today()),
                said);
        String text = sheet.text();
        String hash = InputSheet.hash(text);
        Sql.on(
                        entities,
                        """
                        insert into review_input (review_id, content, sha256, assembled_by, assembled_at)
                        values (:review, :content, :hash, :me, :now)
                        """)
                .set("review", id.value())
                .set("content", text)
                .set("hash", hash)
                .set("me", rows.me())
                .set("now", rows.now())
                .update();
        rows.record(
                id,
                "REVIEW_INPUTS_ASSEMBLED",
                Map.of("sha256", hash, "lines", "" + sheet.lines().size()));
    }

    /** What was said; it may be written again until the review is closed. */
    public void write(ReviewId id, String minutes) {
        ManagementReview review = rows.locked(id);
        review.write(minutes);
        rows.record(id, "REVIEW_MINUTES_WRITTEN", Map.of("sha256", InputSheet.hash(review.minutes())));
    }

    /**
     * A decision as a task of somebody, with a day.
     *
     * @throws DueDayPast when the day is over
     * @throws OwnerNotInCentre when nobody of that name works here, or it is the auditor
     */
    public void decide(ReviewId id, String what, String owner, LocalDate dueOn) {
        ManagementReview review = rows.locked(id);
        review.requireOpen();
        String words = Words.needed(what);
        if (dueOn == null || dueOn.isBefore(rows.today())) {
            throw new DueDayPast();
        }
        if (people.owners().stream().noneMatch(one -> one.username().equals(owner))) {
            throw new OwnerNotInCentre();
        }
        UUID decision = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into review_decision (id, review_id, ordinal, what, owner, due_on, decided_by, decided_at)
                        select :id, :review, count(*) + 1, :what, :owner, :due, :me, :now
                        from review_decision where review_id = :review
                        """)
                .set("id", decision)
                .set("review", id.value())
                .set("what", words)
                .set("owner", owner)
                .set("due", dueOn)
                .set("me", rows.me())
                .set("now", rows.now())
                .update();
        rows.record(
                id, "REVIEW_DECIDED", Map.of("decision", decision.toString(), "owner", owner, "due", dueOn.toString()));
    }

    /**
     * Said by who owns it, before or after the review is closed.
     *
     * @param outcome what was done, and where it is seen
     */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.INFORMATION, Roles.SUPERVISOR, Roles.DIRECTION, Roles.SUPPORT
    })
    public void done(UUID id, String outcome) {
        Decision decision = Sql.on(
                        entities,
                        "select id, review_id, owner, done_at is not null as done from review_decision where id = :id for update")
                .set("id", id)
                .first(row -> new Decision(
                        row.uuid("id"), new ReviewId(row.uuid("review_id")), row.text("owner"), row.flag("done")))
                .filter(one -> one.owner().equals(rows.me()))
                .orElseThrow(DecisionNotYours::new);
        if (decision.done()) {
            throw new DecisionDoneAlready();
        }
        Sql.on(entities, "update review_decision set done_at = :now, outcome = :outcome where id = :id")
                .set("now", rows.now())
                .set("outcome", Words.needed(outcome))
                .set("id", id)
                .update();
        rows.record(decision.review(), "REVIEW_DECISION_DONE", Map.of("decision", id.toString()));
    }

    /**
     * Nothing of it changes afterwards; what its minutes and inputs were is in the ledger.
     *
     * @throws ReviewNotAssembled without inputs
     */
    public void close(ReviewId id) {
        ManagementReview review = rows.locked(id);
        review.close(rows.now());
        Map<String, String> refs = new HashMap<>();
        refs.put("minutes", InputSheet.hash(review.minutes()));
        Sql.on(entities, "select sha256 from review_input where review_id = :id order by id desc limit 1")
                .set("id", id.value())
                .first(row -> row.text("sha256"))
                .ifPresent(hash -> refs.put("inputs", hash));
        rows.record(id, "REVIEW_CLOSED", refs);
    }
}
