package mx.gob.edomex.catgem.web.routing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.replay.DecisionAgain;
import mx.gob.edomex.catgem.replay.DecisionAgain.Excluded;
import mx.gob.edomex.catgem.replay.DecisionReplay;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.web.shell.Times;

/** One decision of the routing made again: everybody who could have been asked, and everybody else with the reason. */
@Named
@RequestScoped
public class WholeDecisionView {

    /** Lines of a page, so that a centre of thousands can be read too. */
    private static final int PAGE = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    DecisionReplay replay;

    @Inject
    Times times;

    private DecisionAgain again;
    private List<Line> lines;
    private boolean looked;

    /**
     * One of those at work.
     *
     * @param place in the order of choice, from 1; 0: could not be asked
     * @param occupied percent of today
     * @param why in words, of who could not be asked
     */
    public record Line(
            int place, String name, String idle, boolean mailOpen, int interrupts, long occupied, String why) {}

    /** Null when there is nothing that could be decided again. */
    public DecisionAgain getDecision() {
        if (!looked) {
            looked = true;
            again = find().orElse(null);
        }
        return again;
    }

    private Optional<DecisionAgain> find() {
        try {
            return replay.of(Folio.parse(getFolio()), getOffer());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As typed into the address. */
    public String getFolio() {
        return Optional.ofNullable(request.getParameter("folio")).orElse("");
    }

    public int getOffer() {
        return number("offer");
    }

    public int getPage() {
        return Math.max(0, Math.min(number("page"), (lines().size() - 1) / PAGE));
    }

    public boolean isMore() {
        return lines().size() > (getPage() + 1) * PAGE;
    }

    /** Why it was this one, in sentences. */
    public List<String> getReasons() {
        return words().of(again.stored(), "who");
    }

    /** Those of the page who could have been asked, in the order of choice. */
    public List<Line> getCandidates() {
        return onPage().filter(line -> line.place() > 0).toList();
    }

    /** Those of the page who could not. */
    public List<Line> getExcluded() {
        return onPage().filter(line -> line.place() == 0).toList();
    }

    private Stream<Line> onPage() {
        return lines().stream().skip((long) getPage() * PAGE).limit(PAGE);
    }

    private List<Line> lines() {
        if (lines == null) {
            lines = new ArrayList<>();
            Map<String, String> names = replay.names(Stream.concat(
                            again.candidates().stream().map(Candidate::advisor),
                            again.excluded().stream().map(Excluded::advisor))
                    .toList());
            for (Candidate one : again.candidates()) {
                lines.add(new Line(
                        lines.size() + 1,
                        names.getOrDefault(one.advisor(), one.advisor()),
                        times.span(Math.max(0, one.idleSeconds())),
                        one.mailOpen(),
                        one.interrupts(),
                        Math.round(100 * one.occupancy()),
                        ""));
            }
            for (Excluded one : again.excluded()) {
                String name = names.getOrDefault(one.advisor(), one.advisor());
                lines.add(new Line(0, name, "", false, 0, 0, words().against(one.why())));
            }
        }
        return lines;
    }

    private int number(String parameter) {
        try {
            return Integer.parseInt(
                    Optional.ofNullable(request.getParameter(parameter)).orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private DecisionWords words() {
        return new DecisionWords(FacesContext.getCurrentInstance().getViewRoot().getLocale(), times::span);
    }
}
