package mx.gob.edomex.catgem.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.Words;

/**
 * A management review. It is PLANNED for a day, with a period to look back on; it is ASSEMBLED once its inputs are frozen,
 * which may be done again until it is CLOSED with its minutes. From then on nothing of it changes; its decisions are
 * tasks that live on.
 *
 * <pre>PLANNED --assemble--> ASSEMBLED --close--> CLOSED</pre>
 *
 * Commands are package-private and run on a locked row.
 */
@Entity
@Table(name = "management_review")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class ManagementReview {

    @Id
    private UUID id;

    private String number;

    @Column(name = "held_on")
    private LocalDate heldOn;

    @Column(name = "period_from")
    private LocalDate from;

    @Column(name = "period_to")
    private LocalDate to;

    private String participants;
    private String minutes;

    @Enumerated(EnumType.STRING)
    private ReviewState state;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected ManagementReview() {}

    ManagementReview(ReviewId id, String number, ReviewPlan plan, String plannedBy, Instant plannedAt) {
        this.id = id.value();
        this.number = number;
        this.state = ReviewState.PLANNED;
        this.plannedBy = plannedBy;
        this.plannedAt = plannedAt;
        take(plan);
    }

    private void take(ReviewPlan plan) {
        plan.check();
        heldOn = plan.heldOn();
        from = plan.from();
        to = plan.to();
        participants = Words.needed(plan.participants());
    }

    public ReviewId id() {
        return new ReviewId(id);
    }

    public String number() {
        return number;
    }

    public ReviewState state() {
        return state;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    public String participants() {
        return participants;
    }

    /** Null until they were written. */
    public String minutes() {
        return minutes;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** Until its inputs are frozen: they are of its period. */
    void replan(ReviewPlan plan) {
        require(ReviewState.PLANNED);
        take(plan);
    }

    /** @throws ReviewPeriodNotOver while its last day goes on */
    void assemble(LocalDate today) {
        requireOpen();
        if (!today.isAfter(to)) {
            throw new ReviewPeriodNotOver();
        }
        state = ReviewState.ASSEMBLED;
    }

    void write(String text) {
        requireOpen();
        minutes = Words.needed(text, Words.LONGEST * 10);
    }

    /**
     * @throws ReviewNotAssembled without inputs
     * @throws mx.gob.edomex.catgem.correction.WordsNeeded without minutes
     */
    void close(Instant now) {
        requireOpen();
        if (state != ReviewState.ASSEMBLED) {
            throw new ReviewNotAssembled();
        }
        Words.needed(minutes);
        state = ReviewState.CLOSED;
        closedAt = now;
    }

    void requireOpen() {
        if (state == ReviewState.CLOSED) {
            throw new ReviewNotInState();
        }
    }

    private void require(ReviewState allowed) {
        if (state != allowed) {
            throw new ReviewNotInState();
        }
    }
}
