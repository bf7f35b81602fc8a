package mx.gob.edomex.catgem.web.rules;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.WideningStep;
import mx.gob.edomex.catgem.rules.RuleDifference;
import mx.gob.edomex.catgem.rules.RuleDraft;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.rules.RuleDraftUnknown;
import mx.gob.edomex.catgem.rules.RuleDrafts;
import mx.gob.edomex.catgem.rules.RuleFault;
import mx.gob.edomex.catgem.rules.RulePublication;
import mx.gob.edomex.catgem.rules.RuleReview;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One draft of rules: typed by its authors, approved by somebody else. */
@Named
@RequestScoped
public class RuleDraftView {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    @Inject
    HttpServletRequest request;

    @Inject
    RuleDrafts drafts;

    @Inject
    RulePublication publication;

    @Inject
    RuleReview review;

    @Inject
    Installation installation;

    @Inject
    RuleWords words;

    @Inject
    Refusals refusals;

    private RuleForm form;
    private RuleDraft draft;
    private RoutingRules shown;
    private List<RuleFault> faults;
    private RuleDifference difference;
    private String refused;
    private int seen = -1;

    /** A widening step as a row of the form, or an empty row. */
    public record StepRow(int number, String kind, String after, boolean percent, String level) {

        /** As faults name it. */
        public String where() {
            return "widening." + number;
        }
    }

    @PostConstruct
    void read() {
        form = new RuleForm(request);
        try {
            draft = drafts.one(RuleDraftId.of(form.text("id")));
            shown = draft.rules();
        } catch (RuleDraftUnknown e) {
            draft = null;
        } catch (jakarta.ejb.EJBException e) {
            if (!(e.getCause() instanceof RuleDraftUnknown)) {
                throw e;
            }
        }
    }

    /** Null when there is none. */
    public RuleDraft getDraft() {
        return draft;
    }

    public RoutingRules getRules() {
        return shown;
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public WideningStep.Kind[] getKinds() {
        return WideningStep.Kind.values();
    }

    /** What was typed, so that a refused number is seen as it was typed; else what is stored. */
    public String number(String where) {
        String typed = request.getParameter(where);
        if (typed != null) {
            return typed;
        }
        String[] parts = where.split("\\.", 2);
        int value =
                switch (parts[0]) {
                    case "targets" -> shown.targets().get(parts[1]);
                    case "points" -> shown.points().get(parts[1]);
                    case "offerSeconds" -> shown.offerSeconds().get(parts[1]);
                    case "afterCallSeconds" -> shown.afterCallSeconds().get(parts[1]);
                    case "level" -> shown.level();
                    default -> shown.affinitySeconds();
                };
        return value < 0 ? "" : Integer.toString(value);
    }

    public boolean isFaulty(String where) {
        return getFaults().stream()
                .anyMatch(fault -> !fault.warning() && fault.where().equals(where));
    }

    /** Whether the fault stands in a field of the form; topics are served by people, not by a field. */
    public boolean isField(RuleFault fault) {
        return !fault.where().startsWith("topic.");
    }

    public List<StepRow> getSteps() {
        List<StepRow> rows = new ArrayList<>();
        for (int i = 1; i <= RuleForm.STEPS; i++) {
            WideningStep step = i <= shown.widening().size() ? shown.widening().get(i - 1) : null;
            rows.add(
                    step == null
                            ? new StepRow(i, "", "", true, "")
                            : new StepRow(
                                    i,
                                    step.kind().name(),
                                    step.after() < 0 ? "" : Integer.toString(step.after()),
                                    step.percent(),
                                    step.level() > 0 ? Integer.toString(step.level()) : ""));
        }
        return rows;
    }

    /** Topics by name. */
    public List<Map.Entry<String, String>> getTopics() {
        return words.topics().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .toList();
    }

    public boolean isNeighbour(String topic, String other) {
        return shown.neighbours().getOrDefault(topic, List.of()).contains(other);
    }

    public String neighbours(String topic) {
        List<String> names = shown.neighbours().getOrDefault(topic, List.of()).stream()
                .map(words::topic)
                .sorted()
                .toList();
        return names.isEmpty() ? words.of("value", "none") : words.list(names);
    }

    /** As a date field of a page has it; empty: at once. */
    public String getEffectiveFrom() {
        Instant at = draft.effectiveFrom();
        return at == null ? "" : LOCAL.format(at.atZone(zone()));
    }

    public List<RuleFault> getFaults() {
        if (faults == null) {
            faults = review.faults(shown);
        }
        return faults;
    }

    public RuleDifference getDifference() {
        if (difference == null) {
            difference = review.difference(shown);
        }
        return difference;
    }

    /** Whether what would change can be said; rules with faults cannot be looked at with the centre. */
    public boolean isComparable() {
        return getFaults().stream().allMatch(RuleFault::warning);
    }

    public boolean isEditing() {
        return draft.state() == State.DRAFT;
    }

    /** In review, and the reader is somebody who may approve it. */
    public boolean isApprovable() {
        return draft.state() == State.IN_REVIEW && !draft.authors().contains(request.getRemoteUser());
    }

    public boolean isMovedOn() {
        return draft.isOpen() && publication.versions().get(0).version() != draft.base();
    }

    public String save() {
        return attempt("saved", this::store);
    }

    public String submit() {
        return attempt("submitted", () -> {
            store();
            drafts.submit(draft.id());
        });
    }

    /** Saves and goes on to choose a day. */
    public String replay() {
        String outcome = attempt("saved", this::store);
        return outcome == null ? null : "/replay.xhtml?faces-redirect=true&draft=" + draft.id();
    }

    private void store() {
        shown = form.rules(new TreeMap<>(words.topics()).keySet());
        seen = drafts.save(draft.id(), form.number("seen"), shown, form.text("reason"), form.effectiveFrom(zone()));
    }

    public String publish() {
        String outcome = attempt("", () -> publication.publish(draft.id(), form.number("seen")));
        return outcome == null ? null : "/routing.xhtml?faces-redirect=true&done=published";
    }

    public String sendBack() {
        return attempt("sentBack", () -> drafts.sendBack(draft.id(), form.text("note")));
    }

    public String bringUp() {
        return attempt("broughtUp", () -> drafts.bringUp(draft.id()));
    }

    public String abandon() {
        String outcome = attempt("", () -> drafts.abandon(draft.id()));
        return outcome == null ? null : "/routing.xhtml?faces-redirect=true&done=abandoned";
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        faults = null;
        difference = null;
        return refused == null ? "/ruledraft.xhtml?faces-redirect=true&id=" + draft.id() + "&done=" + done : null;
    }

    /** The revision on the page: what was typed goes over it. */
    public int getSeen() {
        return seen >= 0 ? seen : refused == null ? draft.revision() : form.number("seen");
    }

    public String getReason() {
        return request.getParameter("reason") == null ? draft.reason() : form.text("reason");
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        String done = form.text("done");
        return List.of("saved", "submitted", "sentBack", "broughtUp").contains(done) && refused == null ? done : "";
    }

    private ZoneId zone() {
        return installation.timeZone();
    }
}
