package mx.gob.edomex.catgem.web.correction;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.correction.CandidateLine;
import mx.gob.edomex.catgem.correction.Corrections;
import mx.gob.edomex.catgem.correction.FindingCard;
import mx.gob.edomex.catgem.correction.FindingId;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.correction.FindingState;
import mx.gob.edomex.catgem.correction.FindingUnknown;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One finding with everything about it, and what can be done with it now by who reads it. */
@Named
@RequestScoped
public class FindingView {

    private static final int WHYS = 5;
    private static final List<FindingState> PATH = List.of(
            FindingState.FINDING,
            FindingState.NONCONFORMITY,
            FindingState.EXPLAINED,
            FindingState.IN_ACTION,
            FindingState.WATCHED,
            FindingState.EFFECTIVE);
    private static final List<String> DONE =
            List.of("opened", "confirmed", "setAside", "explained", "planned", "effective", "reopened");

    @Inject
    HttpServletRequest request;

    @Inject
    FindingQueries queries;

    @Inject
    Corrections corrections;

    @Inject
    Installation installation;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private FindingCard card;
    private List<CandidateLine> candidates;
    private String refused;

    /** A stage of the way: {@code past, now} or {@code ahead}. */
    public record Step(FindingState state, String when) {}

    /** One of the five lines; the number is its place. */
    public record Why(int number, String text) {}

    @PostConstruct
    void read() {
        try {
            card = queries.card(FindingId.of(text("id")), CorrectionWords.language());
        } catch (FindingUnknown e) {
            card = null;
        } catch (EJBException e) {
            if (!(e.getCause() instanceof FindingUnknown)) {
                throw e;
            }
        }
    }

    private String text(String name) {
        return Parameters.text(request, name);
    }

    /** Null when there is none. */
    public FindingCard getCard() {
        return card;
    }

    public List<CandidateLine> getCandidates() {
        if (candidates == null) {
            candidates = queries.of(card.id(), CorrectionWords.language());
        }
        return candidates;
    }

    public List<FindingQueries.Person> getOwners() {
        return queries.owners();
    }

    /** Finds and judges. */
    public boolean isJudging() {
        return request.isUserInRole("auditor") || request.isUserInRole("supervisor");
    }

    /** Says why it happened and what is done about it. */
    public boolean isLeading() {
        return request.isUserInRole("supervisor") || request.isUserInRole("coordinator");
    }

    private boolean in(FindingState... states) {
        return List.of(states).contains(card.state());
    }

    public boolean isConfirmable() {
        return isJudging() && in(FindingState.FINDING);
    }

    public boolean isExplainable() {
        return isLeading() && in(FindingState.NONCONFORMITY, FindingState.REOPENED);
    }

    public boolean isRestatable() {
        return isLeading() && in(FindingState.EXPLAINED);
    }

    public boolean isPlannable() {
        return isLeading() && in(FindingState.EXPLAINED, FindingState.IN_ACTION);
    }

    public boolean isJudgeable() {
        return isJudging() && in(FindingState.WATCHED) && card.checkDue() && !card.mine();
    }

    /** What is to be done next, as a text of the page; by whom stands in it. */
    public String getNext() {
        return "next." + (in(FindingState.WATCHED) && card.checkDue() ? "DUE" : card.state());
    }

    public List<Step> getPath() {
        FindingState at = in(FindingState.REOPENED) ? FindingState.NONCONFORMITY : card.state();
        int now = PATH.indexOf(at);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < PATH.size(); i++) {
            steps.add(new Step(
                    PATH.get(i), i < now || at == FindingState.EFFECTIVE ? "past" : i == now ? "now" : "ahead"));
        }
        return steps;
    }

    /** What was typed, so that a refusal loses nothing; else what is stated. */
    public List<Why> getWhys() {
        List<Why> whys = new ArrayList<>();
        for (int i = 1; i <= WHYS; i++) {
            String typed = request.getParameter("why-" + i);
            String stated = i <= card.whys().size() ? card.whys().get(i - 1) : "";
            whys.add(new Why(i, typed == null ? stated : typed));
        }
        return whys;
    }

    public String typed(String name) {
        return refused == null ? "" : text(name);
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), installation.timeZone());
    }

    /** As the form has it: what was typed, or in two weeks. */
    public String getDue() {
        return refused != null && !text("due").isEmpty()
                ? text("due")
                : getToday().plusWeeks(2).toString();
    }

    public String confirm() {
        return attempt("confirmed", () -> corrections.confirm(card.id()));
    }

    public String setAside() {
        return attempt("setAside", () -> corrections.setAside(card.id(), text("reason")));
    }

    public String explain() {
        return attempt(
                "explained",
                () -> corrections.explain(
                        card.id(), getWhys().stream().map(Why::text).toList()));
    }

    public String plan() {
        return attempt("planned", () -> corrections.plan(card.id(), text("what"), text("owner"), day()));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(text("due"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    public String judge() {
        boolean effective = text("verdict").equals("effective");
        return attempt(
                effective ? "effective" : "reopened",
                () -> corrections.judge(card.id(), effective, text("verdict").isEmpty() ? "" : text("grounds")));
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        return refused == null ? "/nonconformity.xhtml?faces-redirect=true&id=" + card.id() + "&done=" + done : null;
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        return DONE.contains(text("done")) && refused == null ? text("done") : "";
    }
}
