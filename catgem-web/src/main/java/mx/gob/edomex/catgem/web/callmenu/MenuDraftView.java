package mx.gob.edomex.catgem.web.callmenu;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.rules.FlowDraft;
import mx.gob.edomex.catgem.rules.FlowDrafts;
import mx.gob.edomex.catgem.rules.FlowMeanwhile;
import mx.gob.edomex.catgem.rules.FlowPublication;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.rules.RuleDraftChanged;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.rules.RuleDraftUnknown;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.shell.Refusals;

/**
 * One draft of the telephone's menu: what it says, what is wrong with it and what may be done with it. Every form names
 * the revision it was typed over; where somebody else saved meanwhile, that is shown, and what was typed stays typed.
 */
@Named
@RequestScoped
public class MenuDraftView {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final List<String> PARTS = List.of("nodes", "prompts", "diagram", "publish");

    @Inject
    HttpServletRequest request;

    @Inject
    FlowDrafts drafts;

    @Inject
    FlowPublication publication;

    @Inject
    FlowBook book;

    @Inject
    Installation installation;

    @Inject
    MenuWords words;

    @Inject
    Refusals refusals;

    private MenuForm form;
    private FlowDraft draft;
    private List<FlowFault> faults;
    private List<MenuReading.Line> lines;
    private MenuDiagram diagram;
    private List<FlowDifference.Change> difference;
    private FlowMeanwhile meanwhile;
    private String refused;
    private boolean saved;

    @PostConstruct
    void read() {
        form = new MenuForm(request);
        try {
            draft = drafts.one(RuleDraftId.of(form.text("id")));
        } catch (RuleDraftUnknown e) {
            draft = null;
        } catch (EJBException e) {
            if (!(e.getCause() instanceof RuleDraftUnknown)) {
                throw e;
            }
        }
    }

    /** Null when there is none. */
    public FlowDraft getDraft() {
        return draft;
    }

    public List<String> getParts() {
        return PARTS;
    }

    /** {@code nodes, prompts, diagram, publish}; who reviews begins with the last one. */
    public String getPart() {
        String part = form.text("part");
        return PARTS.contains(part) ? part : isEditing() ? "nodes" : "publish";
    }

    public List<FlowFault> getFaults() {
        if (faults == null) {
            faults = drafts.faults(draft.id());
        }
        return faults;
    }

    public List<FlowFault> getErrors() {
        return getFaults().stream().filter(fault -> !fault.warning()).toList();
    }

    /** What should be known; that something is not recorded yet is known of nearly everything, and counted instead. */
    public List<FlowFault> getWarnings() {
        return getFaults().stream()
                .filter(fault -> fault.warning() && fault.code() != FlowFault.Code.PROMPT_NOT_RECORDED)
                .toList();
    }

    public List<FlowFault> getUnrecorded() {
        return getFaults().stream()
                .filter(fault -> fault.code() == FlowFault.Code.PROMPT_NOT_RECORDED)
                .toList();
    }

    /** What is wrong with no node or prompt in particular. */
    public List<FlowFault> getFaultsOfTheWhole() {
        return getFaults().stream().filter(fault -> fault.where().isEmpty()).toList();
    }

    public List<MenuReading.Line> getLines() {
        if (lines == null) {
            lines = MenuReading.of(draft.flow(), getFaults());
        }
        return lines;
    }

    public MenuDiagram getDiagram() {
        if (diagram == null) {
            diagram = words.diagram(draft.flow(), getLines());
        }
        return diagram;
    }

    /** What would be different from the version it began from. */
    public List<FlowDifference.Change> getDifference() {
        if (difference == null) {
            difference = book.version(draft.base())
                    .map(before -> FlowDifference.of(before, draft.flow()))
                    .orElse(List.of());
        }
        return difference;
    }

    public boolean isEditing() {
        return draft.state() == State.DRAFT;
    }

    /** A form that was sent is heard also when the draft left this state meanwhile: it is refused in words, and not lost. */
    public boolean isTakingForms() {
        return isEditing() || (refused == null && request.getMethod().equals("POST"));
    }

    /** In review, and the reader is somebody who may approve it. */
    public boolean isApprovable() {
        return draft.state() == State.IN_REVIEW && !draft.authors().contains(request.getRemoteUser());
    }

    public boolean isMovedOn() {
        return draft.isOpen() && publication.versions().get(0).version() != draft.base();
    }

    /** The revision on the page. What others saved over it has been shown by then, so saving again is meant. */
    public int getSeen() {
        boolean current = refused == null || meanwhile != null || saved;
        return current ? draft.revision() : form.number("seen");
    }

    /** What others changed under the hands of who typed; null when nobody did. */
    public FlowMeanwhile getMeanwhile() {
        return meanwhile;
    }

    /**
     * What was typed, unless it only repeats what others have changed since: then what they put there.
     *
     * @param field null where the menu does not have the thing (any more)
     */
    String merged(String typed, Function<CallFlow, String> field) {
        String now = meanwhile == null ? null : field.apply(draft.flow());
        return now != null && typed.equals(field.apply(meanwhile.before())) ? now : typed;
    }

    public String getReason() {
        return refused != null && form.has("reason") ? form.text("reason") : draft.reason();
    }

    /** As a date field of a page has it; empty: at once. */
    public String getEffectiveFrom() {
        if (refused != null && form.has("effectiveFrom")) {
            return form.text("effectiveFrom");
        }
        Instant at = draft.effectiveFrom();
        return at == null ? "" : LOCAL.format(at.atZone(zone()));
    }

    /** The node a call begins with. */
    public String getStart() {
        return refused != null && form.has("start")
                ? merged(form.text("start"), CallFlow::start)
                : draft.flow().start();
    }

    public String savePublication() {
        return attempt(this::storePublication, () -> to("publish", "saved"));
    }

    public String submit() {
        return attempt(
                () -> {
                    storePublication();
                    drafts.submit(draft.id());
                },
                () -> to("publish", "submitted"));
    }

    private void storePublication() {
        CallFlow flow = draft.flow();
        store(
                form.has("start") ? flow.startingAt(form.text("start")) : flow,
                form.text("reason"),
                form.effectiveFrom(zone()));
    }

    public String publish() {
        return attempt(
                () -> publication.publish(draft.id(), form.number("seen")),
                () -> "/callmenu.xhtml?faces-redirect=true&done=published");
    }

    public String sendBack() {
        return attempt(() -> drafts.sendBack(draft.id(), form.text("note")), () -> to("publish", "sentBack"));
    }

    public String bringUp() {
        return attempt(() -> drafts.bringUp(draft.id()), () -> to("publish", "broughtUp"));
    }

    public String abandon() {
        return attempt(() -> drafts.abandon(draft.id()), () -> "/callmenu.xhtml?faces-redirect=true&done=abandoned");
    }

    /** Saves another menu over the revision that was seen. */
    void store(CallFlow flow) {
        store(flow, draft.reason(), draft.effectiveFrom());
    }

    private void store(CallFlow flow, String reason, Instant effectiveFrom) {
        drafts.save(draft.id(), form.number("seen"), flow, reason, effectiveFrom);
        saved = true; // also when what was to follow is refused
    }

    /** Where a command leads; null, which stays on the page, when it was refused. */
    String attempt(Runnable command, Supplier<String> where) {
        refused = refusals.of(command, this::words);
        if (refused == null) {
            return where.get();
        }
        if (meanwhile == null) {
            draft = drafts.one(draft.id());
        }
        faults = null;
        lines = null;
        diagram = null;
        difference = null;
        return null;
    }

    private String words(Violation violation) {
        if (violation instanceof RuleDraftChanged) {
            draft = drafts.one(draft.id()); // first: what is saved in between is refused, and shown, once more
            meanwhile = drafts.meanwhile(draft.id(), form.number("seen"));
            return words.of("conflict", "title");
        }
        return refusals.words(violation.code());
    }

    String to(String part, String done) {
        return "/callmenudraft.xhtml?faces-redirect=true&id=" + draft.id() + "&part=" + part + "&done=" + done;
    }

    MenuForm form() {
        return form;
    }

    public String getRefused() {
        return refused;
    }

    /** What was done last, as the page's address says; empty for nothing. */
    public String getDone() {
        String done = form.text("done");
        return refused == null
                        && List.of("saved", "added", "removed", "recorded", "submitted", "sentBack", "broughtUp")
                                .contains(done)
                ? done
                : "";
    }

    private ZoneId zone() {
        return installation.timeZone();
    }
}
