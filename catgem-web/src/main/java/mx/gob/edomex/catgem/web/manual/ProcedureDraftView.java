package mx.gob.edomex.catgem.web.manual;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.manual.ProcedureDrafts;
import mx.gob.edomex.catgem.manual.ProcedureManual;
import mx.gob.edomex.catgem.manual.ProcedureText;
import mx.gob.edomex.catgem.manual.TextDifference;
import mx.gob.edomex.catgem.manual.TextFault;
import mx.gob.edomex.catgem.manual.VersionCard;
import mx.gob.edomex.catgem.manual.VersionChangedMeanwhile;
import mx.gob.edomex.catgem.manual.VersionState;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The next version of a procedure while it is written. What was typed stays on the page whatever becomes of the command. */
@Named
@RequestScoped
public class ProcedureDraftView {

    private static final List<String> ROLES =
            List.of("system", "advisor", "coordinator", "information", "supervisor", "auditor", "support");

    @Inject
    HttpServletRequest request;

    @Inject
    ProcedureManual manual;

    @Inject
    ProcedureDrafts drafts;

    @Inject
    Refusals refusals;

    private ProcedureForm form;
    private VersionCard version;
    private ProcedureText shown;
    private Set<String> outcomes;
    private List<TextFault> faults;
    private TextDifference difference;
    private ProcedureDrafts.Meanwhile meanwhile;
    private String refused;
    private int seen;

    /**
     * A step as a row of the form.
     *
     * @param before codes of what must come first, as typed
     */
    public record Row(int number, ProcedureStep step, String before) {

        /** Of its fields, and of the faults in them. */
        public String field(String name) {
            return "step-" + number + "-" + name;
        }
    }

    @PostConstruct
    void read() {
        form = new ProcedureForm(request);
        version = manual.all().stream()
                .filter(one -> one.id().toString().equals(form.text("id")))
                .findFirst()
                .orElse(null);
        if (isEditing()) {
            ProcedureText stored = manual.text(version);
            shown = form.isSent() ? form.text(getOutcomes()) : stored;
            seen = form.isSent() ? ProcedureForm.number(form.text("seen")) : version.revision();
        }
    }

    /** Null when there is none. */
    public VersionCard getVersion() {
        return version;
    }

    public boolean isEditing() {
        return version != null && version.state() == VersionState.DRAFT;
    }

    public ProcedureText getText() {
        return shown;
    }

    public int getSeen() {
        return seen;
    }

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (ProcedureStep step : shown.steps()) {
            rows.add(new Row(rows.size() + 1, step, String.join(", ", shown.before(step.code()))));
        }
        return rows;
    }

    public List<String> getSections() {
        return ProcedureText.SECTIONS;
    }

    public Act[] getActs() {
        return Act.values();
    }

    public List<String> getRoles() {
        return ROLES;
    }

    public Set<String> getEvidence() {
        return manual.evidence();
    }

    public Set<String> getOutcomes() {
        if (outcomes == null) {
            outcomes = new TreeSet<>(manual.outcomes());
            outcomes.addAll(manual.text(version).earlyExits().keySet());
        }
        return outcomes;
    }

    /** Only attention ends in ways of its own; work inside the centre has no early exits. */
    public boolean isAttention() {
        return !shown.earlyExits().isEmpty() || shown.steps().stream().anyMatch(step -> step.act() == Act.ASSIGNED);
    }

    public String owed(String outcome) {
        return String.join(", ", shown.earlyExits().getOrDefault(outcome, List.of()));
    }

    public List<TextFault> getFaults() {
        if (faults == null) {
            faults = manual.faults(version, shown);
        }
        return faults;
    }

    public boolean isSound() {
        return getFaults().stream().allMatch(TextFault::warning);
    }

    public boolean isFaulty(String where) {
        return getFaults().stream()
                .anyMatch(fault -> !fault.warning() && fault.where().equals(where));
    }

    /** A step that needs looking at is shown open. */
    public boolean isOpen(Row row) {
        return row.step().code().isEmpty()
                || getFaults().stream()
                        .anyMatch(fault -> !fault.warning() && fault.where().startsWith(row.field("")));
    }

    /** What the text changes of the version in force. */
    public TextDifference getDifference() {
        if (difference == null) {
            difference = manual.difference(manual.text(manual.one(version.base())), shown);
        }
        return difference;
    }

    /** What somebody else saved while this was typed, already put together with it; or null. */
    public ProcedureDrafts.Meanwhile getMeanwhile() {
        return meanwhile;
    }

    /** One more row, not saved yet. */
    public void addStep() {
        int last = shown.steps().stream().mapToInt(ProcedureStep::ordinal).max().orElse(0);
        List<ProcedureStep> steps = new ArrayList<>(shown.steps());
        steps.add(new ProcedureStep("", null, last + 1, "", "", "advisor", true, false, null, null, false, null));
        shown = new ProcedureText(shown.sections(), steps, shown.precedences(), shown.earlyExits(), shown.reason());
    }

    public String save() {
        return attempt(this::store)
                ? "/proceduredraft.xhtml?faces-redirect=true&id=" + version.id() + "&done=saved"
                : null;
    }

    public String submit() {
        boolean done = attempt(() -> {
            store();
            drafts.submit(version.id(), seen);
        });
        return done ? "/procedure.xhtml?faces-redirect=true&id=" + version.id() + "&done=submitted" : null;
    }

    private void store() {
        seen = drafts.save(version.id(), seen, shown);
    }

    private boolean attempt(Runnable command) {
        refused = refusals.of(command, this::said);
        faults = null;
        difference = null;
        return refused == null;
    }

    private String said(Violation violation) {
        if (violation instanceof VersionChangedMeanwhile && seen > 0) {
            meanwhile = drafts.meanwhile(version.id(), seen, shown);
            shown = meanwhile.merge().text();
            seen = meanwhile.revision();
        }
        return refusals.words(violation.code());
    }

    public String getRefused() {
        return refused;
    }

    public boolean isSaved() {
        return refused == null && form.text("done").equals("saved");
    }

    /** For the list of roles: whatever a text says is shown, known or not. */
    public List<String> rolesWith(String role) {
        return ROLES.contains(role) || role.isEmpty()
                ? ROLES
                : Stream.concat(ROLES.stream(), Stream.of(role)).toList();
    }
}
