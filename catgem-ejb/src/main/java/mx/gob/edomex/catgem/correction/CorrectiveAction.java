package mx.gob.edomex.catgem.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What somebody is to do about the cause of a nonconformity (acción correctiva), until when, and what shows that it was done. */
@Entity
@Table(name = "corrective_action")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class CorrectiveAction {

    @Id
    private UUID id;

    private int round;
    private String what;
    private String owner;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "done_at")
    private Instant doneAt;

    private String evidence;

    protected CorrectiveAction() {}

    /** @throws WordsNeeded when it is not said what is to be done */
    CorrectiveAction(
            UUID id, int round, String what, String owner, LocalDate dueOn, String plannedBy, Instant plannedAt) {
        this.id = id;
        this.round = round;
        this.what = Words.needed(what);
        this.owner = owner;
        this.dueOn = dueOn;
        this.plannedBy = plannedBy;
        this.plannedAt = plannedAt;
    }

    public UUID id() {
        return id;
    }

    public int round() {
        return round;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public boolean isDone() {
        return doneAt != null;
    }

    /** Whoever planned it or owns it. */
    boolean isOf(String who) {
        return owner.equals(who) || plannedBy.equals(who);
    }

    void done(String who, String shownBy, Instant now) {
        if (!owner.equals(who)) {
            throw new ActionNotYours();
        }
        if (isDone()) {
            throw new ActionDoneAlready();
        }
        evidence = Words.needed(shownBy);
        doneAt = now;
    }
}
