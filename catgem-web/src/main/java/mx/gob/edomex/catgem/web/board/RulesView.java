package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.report.AlertRule;
import mx.gob.edomex.catgem.report.AlertRules;
import mx.gob.edomex.catgem.report.FigureTargets;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Wallboards;
import mx.gob.edomex.catgem.shared.Alerts;

/** What the centre aims at, when it alerts, and which walls show it. */
@Named
@RequestScoped
public class RulesView {

    @Inject
    HttpServletRequest request;

    @Inject
    BoardAnswer answer;

    @Inject
    AlertRules rules;

    @Inject
    FigureTargets targets;

    @Inject
    Wallboards wallboards;

    @Inject
    FigureCells cells;

    private String refused;
    private String token;

    public List<AlertRule> getRules() {
        return rules.all();
    }

    public List<FigureTargets.Target> getTargets() {
        return targets.all();
    }

    public List<Wallboards.Wallboard> getWallboards() {
        return wallboards.all();
    }

    public String targetName(String measure) {
        return measure.equals("UPDATES")
                ? cells.words().text("updates.name")
                : cells.words().name(Measure.valueOf(measure));
    }

    /** In percent, without zeros nobody needs. */
    public String percent(double target) {
        return BigDecimal.valueOf(target).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    public String saveRules() {
        return saved(() -> rules.all().forEach(rule -> {
            String name = rule.kind().name();
            rules.change(
                    rule.kind(),
                    request.getParameter("enabled-" + name) != null,
                    number("threshold-" + name),
                    number("minutes-" + name),
                    Alerts.Severity.valueOf(request.getParameter("severity-" + name)),
                    request.getParameter("sound-" + name) != null);
        }));
    }

    public String saveTargets() {
        return saved(() -> targets.all()
                .forEach(target ->
                        targets.change(target.measure(), decimal(request.getParameter("target-" + target.measure())))));
    }

    private String saved(Runnable command) {
        Optional<String> why = answer.refusal(command);
        refused = why.orElse(null);
        return why.isPresent() ? null : "/rules.xhtml?faces-redirect=true&done=saved";
    }

    /** No redirect: the key is shown on this very page and never again. */
    public void makeWallboard() {
        refused = answer.refusal(() -> token = wallboards.make(request.getParameter("wallboard-name")))
                .orElse(null);
    }

    public String revokeWallboard() {
        wallboards.revoke(UUID.fromString(request.getParameter("wallboard")));
        return "/rules.xhtml?faces-redirect=true&done=revoked";
    }

    /** Address of the screen just made, or null. */
    public String getAddress() {
        if (token == null) {
            return null;
        }
        String here = request.getRequestURL().toString();
        return here.substring(0, here.length() - request.getServletPath().length()) + "/wall/index.html#" + token;
    }

    public String getRefused() {
        return refused;
    }

    /** {@code saved, revoked} or null. */
    public String getDone() {
        String done = request.getParameter("done");
        return "saved".equals(done) || "revoked".equals(done) ? done : null;
    }

    /** What is no number is out of every range. */
    private int number(String name) {
        String text = request.getParameter(name);
        return text != null && text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : -1;
    }

    private static double decimal(String text) {
        return text != null && text.strip().matches("\\d{1,3}([.,]\\d{1,2})?")
                ? Double.parseDouble(text.strip().replace(',', '.'))
                : -1;
    }
}
