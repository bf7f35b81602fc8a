package mx.gob.edomex.catgem.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.Words;

/**
 * An internal audit (auditoría interna). It is PLANNED for a scope, which is procedures and a period, with a lead and
 * others who audit, and may be planned otherwise until it begins. It is RUNNING from the moment at which seed and
 * population of its sample are on record; then the sample is drawn and examined. Once every folio of it is examined the
 * lead has it REPORTED, and what it found goes to triage; when all of that is decided the lead has it CLOSED. Before the
 * report it may be CANCELLED with a reason, and its number is not given again.
 *
 * <pre>
 * PLANNED --begin--> RUNNING --report--> REPORTED --close--> CLOSED
 *    |                  |
 *    +-----cancel-------+--> CANCELLED
 * </pre>
 *
 * Commands are package-private and run on a locked row.
 */
@Entity
@Table(name = "audit")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class Audit {

    @Id
    private UUID id;

    private String number;
    private String title;
    private String[] procedures;

    @Column(name = "scope_from")
    private LocalDate scopeFrom;

    @Column(name = "scope_to")
    private LocalDate scopeTo;

    @Column(name = "planned_from")
    private LocalDate plannedFrom;

    @Column(name = "planned_to")
    private LocalDate plannedTo;

    private String lead;
    private String[] auditors;

    @Enumerated(EnumType.STRING)
    private AuditState state;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String conclusion;

    protected Audit() {}

    Audit(AuditId id, String number, AuditPlan plan, String plannedBy, Instant plannedAt) {
        this.id = id.value();
        this.number = number;
        this.state = AuditState.PLANNED;
        this.plannedBy = plannedBy;
        this.plannedAt = plannedAt;
        take(plan);
    }

    private void take(AuditPlan plan) {
        plan.check();
        title = Words.needed(plan.title());
        procedures = plan.scope().toArray(String[]::new);
        scopeFrom = plan.from();
        scopeTo = plan.to();
        plannedFrom = plan.plannedFrom();
        plannedTo = plan.plannedTo();
        lead = plan.lead();
        auditors = plan.team().toArray(String[]::new);
    }

    public AuditId id() {
        return new AuditId(id);
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public AuditState state() {
        return state;
    }

    public Scope scope() {
        return new Scope(List.of(procedures), scopeFrom, scopeTo);
    }

    public LocalDate plannedFrom() {
        return plannedFrom;
    }

    public LocalDate plannedTo() {
        return plannedTo;
    }

    public String lead() {
        return lead;
    }

    /** User names, the lead first. */
    public List<String> auditors() {
        return List.of(auditors);
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    /** What the lead concludes; null before the report. */
    public String conclusion() {
        return conclusion;
    }

    /** Until it begins. */
    void replan(AuditPlan plan) {
        require(AuditState.PLANNED);
        take(plan);
    }

    /**
     * @param today local day
     * @throws AuditPeriodNotOver while contacts of its period may still be closed
     */
    void begin(Instant now, LocalDate today) {
        require(AuditState.PLANNED);
        if (!today.isAfter(scopeTo)) {
            throw new AuditPeriodNotOver();
        }
        state = AuditState.RUNNING;
        begunAt = now;
    }

    /** @throws mx.gob.edomex.catgem.correction.WordsNeeded without a conclusion */
    void report(String concluded, Instant now) {
        require(AuditState.RUNNING);
        conclusion = Words.needed(concluded);
        state = AuditState.REPORTED;
        reportedAt = now;
    }

    void close(Instant now) {
        require(AuditState.REPORTED);
        state = AuditState.CLOSED;
        endedAt = now;
    }

    void cancel(Instant now) {
        require(AuditState.PLANNED, AuditState.RUNNING);
        state = AuditState.CANCELLED;
        endedAt = now;
    }

    void require(AuditState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new AuditNotInState();
        }
    }

    /** @throws OnlyTheLeadMay when somebody else does it */
    void requireLead(String who) {
        if (!lead.equals(who)) {
            throw new OnlyTheLeadMay();
        }
    }
}
