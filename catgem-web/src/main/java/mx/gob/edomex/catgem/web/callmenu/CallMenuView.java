package mx.gob.edomex.catgem.web.callmenu;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference.Change;
import mx.gob.edomex.catgem.rules.FlowDraft;
import mx.gob.edomex.catgem.rules.FlowDrafts;
import mx.gob.edomex.catgem.rules.FlowPublication;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.rules.RuleVersion;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The versions of the telephone's menu and the drafts under way. */
@Named
@RequestScoped
public class CallMenuView {

    @Inject
    HttpServletRequest request;

    @Inject
    FlowDrafts drafts;

    @Inject
    FlowPublication publication;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private final Map<Integer, List<Change>> changes = new HashMap<>();
    private List<RuleVersion> versions;
    private List<FlowDraft> open;
    private String refused;

    public List<RuleVersion> getVersions() {
        if (versions == null) {
            versions = publication.versions();
        }
        return versions;
    }

    public List<FlowDraft> getDrafts() {
        if (open == null) {
            open = drafts.open();
        }
        return open;
    }

    public List<Change> changes(int version) {
        return changes.computeIfAbsent(version, publication::changes);
    }

    /** {@code inForce, scheduled, past}. */
    public String state(RuleVersion version) {
        return version.inForce() ? "inForce" : version.isScheduled(clock.instant()) ? "scheduled" : "past";
    }

    /** Begins a draft from the version chosen. */
    public String open() {
        RuleDraftId[] id = new RuleDraftId[1];
        refused = refusals.of(() -> id[0] = drafts.open(MenuForm.parsed(Parameters.text(request, "version"))));
        return refused == null ? "/callmenudraft.xhtml?faces-redirect=true&id=" + id[0] : null;
    }

    public String getRefused() {
        return refused;
    }

    /** {@code published, abandoned} or empty. */
    public String getDone() {
        String done = Parameters.text(request, "done");
        return List.of("published", "abandoned").contains(done) ? done : "";
    }
}
