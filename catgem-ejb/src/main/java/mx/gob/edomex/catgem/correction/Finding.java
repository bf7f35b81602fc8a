package mx.gob.edomex.catgem.correction;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A finding (hallazgo), which may become a nonconformity (no conformidad). It is opened by triage as a FINDING and either
 * set aside as an OBSERVATION, which ends it, or confirmed as a NONCONFORMITY, which gets a number. Then the cause must be
 * stated (EXPLAINED), and only then actions are planned (IN_ACTION), each with an owner and a day. When the last one is
 * done the finding is WATCHED for some weeks, and then somebody who neither planned nor owns any of the actions judges
 * whether they helped: it ends EFFECTIVE, or is REOPENED and goes through cause, actions and check once more, in its next
 * round. Actions of earlier rounds stay with it. Nothing else moves it, and there is no way to its end around the check.
 *
 * <pre>
 * FINDING --setAside--> OBSERVATION
 *    |
 * confirm
 *    v
 * NONCONFORMITY --explain--> EXPLAINED --plan--> IN_ACTION --done, the last--> WATCHED --judge, it helped--> EFFECTIVE
 *                               ^                                                 |
 *                               +------explain------ REOPENED <--judge, it did not+
 * </pre>
 *
 * Commands are package-private and run on a locked row.
 */
@Entity
@Table(name = "finding")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class Finding {

    static final int WHYS = 5;

    @Id
    private UUID id;

    private String number;
    private String nonconformity;

    @Enumerated(EnumType.STRING)
    private FindingState state;

    @Enumerated(EnumType.STRING)
    private FindingKind kind;

    private String rule;

    @Column(name = "procedure_code")
    private String procedure;

    @Column(name = "step_code")
    private String step;

    private String title;
    private String what;
    private int round;
    private int weeks;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "acted_at")
    private Instant actedAt;

    @Column(name = "check_on")
    private LocalDate checkOn;

    @Column(name = "closed_at")
    private Instant closedAt;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "finding_id", nullable = false, updatable = false)
    @OrderBy("plannedAt, id")
    private List<CorrectiveAction> actions = new ArrayList<>();

    protected Finding() {}

    /**
     * @param weeks from the last action to the check of its effect
     * @throws WordsNeeded when title or description are blank
     */
    Finding(
            FindingId id,
            String number,
            Subject subject,
            String title,
            String what,
            int weeks,
            String openedBy,
            Instant openedAt) {
        this.id = id.value();
        this.number = number;
        this.state = FindingState.FINDING;
        this.kind = subject.kind();
        this.rule = subject.rule();
        this.procedure = subject.procedure();
        this.step = subject.step();
        this.title = Words.needed(title);
        this.what = Words.needed(what);
        this.round = 1;
        this.weeks = weeks;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    public FindingId id() {
        return new FindingId(id);
    }

    public FindingState state() {
        return state;
    }

    public int round() {
        return round;
    }

    public Subject subject() {
        return new Subject(kind, rule, procedure, step);
    }

    public int weeks() {
        return weeks;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When the last action of the round was done, or null. */
    public Instant actedAt() {
        return actedAt;
    }

    /** The first day on which the effect may be judged; null while actions are open. */
    public LocalDate checkOn() {
        return checkOn;
    }

    /** Of the present round. */
    public List<CorrectiveAction> actions() {
        return current().toList();
    }

    private Stream<CorrectiveAction> current() {
        return actions.stream().filter(action -> action.round() == round);
    }

    /** Not worth a nonconformity; it stays on record. */
    void setAside(Instant now) {
        require(FindingState.FINDING);
        state = FindingState.OBSERVATION;
        closedAt = now;
    }

    /** @param newNumber of the nonconformity */
    void confirm(String newNumber, Instant now) {
        require(FindingState.FINDING);
        nonconformity = newNumber;
        state = FindingState.NONCONFORMITY;
        confirmedAt = now;
    }

    /**
     * The cause is known; it may be stated better until the first action is planned.
     *
     * @return the whys without blanks, the last being the root
     * @throws CauseNeedsAWhy when there is none, or more than five
     */
    List<String> explain(List<String> whys) {
        require(FindingState.NONCONFORMITY, FindingState.REOPENED, FindingState.EXPLAINED);
        List<String> said = whys.stream()
                .filter(why -> why != null && !why.isBlank())
                .map(Words::needed)
                .toList();
        if (said.isEmpty() || said.size() > WHYS) {
            throw new CauseNeedsAWhy();
        }
        state = FindingState.EXPLAINED;
        return said;
    }

    /**
     * @param today local day
     * @throws NoActionWithoutCause before the cause of this round is stated
     * @throws DueDayPast when it is due before today or in more than a year
     */
    void plan(CorrectiveAction action, LocalDate today) {
        if (state == FindingState.NONCONFORMITY || state == FindingState.REOPENED) {
            throw new NoActionWithoutCause();
        }
        require(FindingState.EXPLAINED, FindingState.IN_ACTION);
        if (action.dueOn().isBefore(today) || action.dueOn().isAfter(today.plusYears(1))) {
            throw new DueDayPast();
        }
        actions.add(action);
        state = FindingState.IN_ACTION;
    }

    /**
     * One action is done; with the last one the weeks of watching begin.
     *
     * @throws ActionNotYours when somebody else owns it
     * @throws ActionDoneAlready when it was said before
     * @throws WordsNeeded when it is not said what shows it
     */
    void done(UUID action, String who, String evidence, Instant now, LocalDate today) {
        CorrectiveAction one =
                current().filter(some -> some.id().equals(action)).findFirst().orElseThrow(FindingNotInState::new);
        one.done(who, evidence, now);
        if (current().allMatch(CorrectiveAction::isDone)) {
            state = FindingState.WATCHED;
            actedAt = now;
            checkOn = today.plusWeeks(weeks);
        }
    }

    /**
     * Whether it is time for a judgement, and the judge is free to make it.
     *
     * @throws NoClosingWithOpenActions while there is no action, or one is not done
     * @throws NobodyChecksTheirOwnAction when the judge planned or owns an action of this round
     * @throws EffectNotDueYet before its day
     */
    void requireJudgeable(String who, LocalDate today) {
        if (state == FindingState.NONCONFORMITY
                || state == FindingState.REOPENED
                || state == FindingState.EXPLAINED
                || state == FindingState.IN_ACTION) {
            throw new NoClosingWithOpenActions();
        }
        require(FindingState.WATCHED);
        if (current().anyMatch(action -> action.isOf(who))) {
            throw new NobodyChecksTheirOwnAction();
        }
        if (today.isBefore(checkOn)) {
            throw new EffectNotDueYet();
        }
    }

    /** Whether the actions helped: the only way to close, and back to the cause when they did not. */
    void judge(String who, boolean effective, Instant now, LocalDate today) {
        requireJudgeable(who, today);
        if (effective) {
            state = FindingState.EFFECTIVE;
            closedAt = now;
        } else {
            state = FindingState.REOPENED;
            round++;
            actedAt = null;
            checkOn = null;
        }
    }

    private void require(FindingState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new FindingNotInState();
        }
    }
}
