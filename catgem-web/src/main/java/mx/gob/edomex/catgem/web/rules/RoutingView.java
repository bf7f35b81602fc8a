package mx.gob.edomex.catgem.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import mx.gob.edomex.catgem.rules.RuleDifference.Setting;
import mx.gob.edomex.catgem.rules.RuleDraft;
import mx.gob.edomex.catgem.rules.RuleDraftId;
import mx.gob.edomex.catgem.rules.RuleDrafts;
import mx.gob.edomex.catgem.rules.RulePublication;
import mx.gob.edomex.catgem.rules.RuleReview;
import mx.gob.edomex.catgem.rules.RuleVersion;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The versions of the rules and the drafts under way. */
@Named
@RequestScoped
public class RoutingView {

    @Inject
    HttpServletRequest request;

    @Inject
    RuleDrafts drafts;

    @Inject
    RulePublication publication;

    @Inject
    RuleReview review;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private List<RuleVersion> versions;
    private String refused;

    public List<RuleVersion> getVersions() {
        if (versions == null) {
            versions = publication.versions();
        }
        return versions;
    }

    public List<RuleDraft> getDrafts() {
        return drafts.open();
    }

    public List<Setting> changes(int version) {
        return review.changes(version);
    }

    /** {@code inForce, scheduled, past}. */
    public String state(RuleVersion version) {
        return version.inForce() ? "inForce" : version.isScheduled(clock.instant()) ? "scheduled" : "past";
    }

    /** Begins a draft from the version chosen. */
    public String open() {
        RuleDraftId[] id = new RuleDraftId[1];
        refused = refusals.of(() -> id[0] = drafts.open(new RuleForm(request).number("version")));
        return refused == null ? "/ruledraft.xhtml?faces-redirect=true&id=" + id[0] : null;
    }

    public String getRefused() {
        return refused;
    }

    /** {@code published, abandoned} or empty. */
    public String getDone() {
        String done = request.getParameter("done");
        return List.of("published", "abandoned").contains(String.valueOf(done)) ? done : "";
    }
}
