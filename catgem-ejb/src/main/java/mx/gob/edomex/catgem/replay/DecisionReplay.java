package mx.gob.edomex.catgem.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.replay.DecisionAgain.Excluded;
import mx.gob.edomex.catgem.replay.DecisionAgain.Verdict;
import mx.gob.edomex.catgem.routing.AdvisorPool;
import mx.gob.edomex.catgem.routing.Decisions;
import mx.gob.edomex.catgem.routing.Decisions.Kept;
import mx.gob.edomex.catgem.routing.Explanation;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.routing.RoutingEngine;
import mx.gob.edomex.catgem.routing.RoutingEngine.Whole;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.workforce.PastStaffing;
import mx.gob.edomex.catgem.workforce.PastStaffing.Moment;

/**
 * One decision made again: the centre as the matcher saw it is rebuilt from the ledger and put before the same engine under
 * the rules of then, so that all candidates can be named and not only the first; and what comes out is held against what was
 * stored.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class DecisionReplay {

    /** Occupancies are read a moment before the advisors; they are the same to a thousandth. */
    private static final double SAME_OCCUPANCY = 0.001;

    @Inject
    Decisions decisions;

    @Inject
    PastStaffing staffing;

    @Inject
    RuleBook book;

    @Inject
    AuditorLooks looks;

    /**
     * An auditor's look is on record.
     *
     * @return empty when there is no such offer, or it was made by a person
     */
    public Optional<DecisionAgain> of(Folio folio, int offerNumber) {
        Optional<Kept> kept = decisions.one(folio, offerNumber);
        kept.ifPresent(found ->
                looks.at(decisions.contactOf(folio), "DECISION_READ", Map.of("offer", Integer.toString(offerNumber))));
        return kept.map(this::again);
    }

    private DecisionAgain again(Kept kept) {
        Optional<RoutingRules> rules = kept.why().ruleVersion() == 0
                ? Optional.of(RoutingRules.standard())
                : book.version(kept.why().ruleVersion());
        if (kept.basis() == null || rules.isEmpty()) {
            return new DecisionAgain(
                    kept.why(), Verdict.NOT_ON_RECORD, kept.why().first(), List.of());
        }
        RoutingEngine engine = new RoutingEngine(rules.get());
        AdvisorPool staff = new AdvisorPool(staffing.at(new Moment(
                kept.basis().look().snapshot(),
                kept.event(),
                kept.basis().look().occupiedAt())));
        decisions.before(kept).forEach(given -> engine.give(staff, given.advisor(), given.serviceClass()));
        return engine.whole(kept.why().at(), kept.basis().contact(), staff)
                .map(whole -> again(kept.why(), whole))
                .orElseGet(() -> new DecisionAgain(kept.why(), Verdict.OTHER_WINNER, List.of(), List.of()));
    }

    private static DecisionAgain again(Explanation stored, Whole whole) {
        List<Excluded> excluded = new ArrayList<>();
        new TreeMap<>(whole.against()).forEach((advisor, why) -> excluded.add(new Excluded(advisor, why)));
        return new DecisionAgain(
                stored,
                verdict(stored, whole.explanation()),
                whole.explanation().first(),
                excluded);
    }

    private static Verdict verdict(Explanation stored, Explanation rebuilt) {
        List<Candidate> first =
                rebuilt.first().stream().limit(Explanation.NAMED).toList();
        if (!first.get(0).advisor().equals(stored.first().get(0).advisor())) {
            return Verdict.OTHER_WINNER;
        }
        return isSame(stored.first(), first)
                        && stored.eligible() == rebuilt.eligible()
                        && stored.excluded().equals(rebuilt.excluded())
                        && stored.scope().equals(rebuilt.scope())
                        && stored.preferred() == rebuilt.preferred()
                        && stored.urgent() == rebuilt.urgent()
                        && stored.waitedSeconds() == rebuilt.waitedSeconds()
                        && stored.targetSeconds() == rebuilt.targetSeconds()
                ? Verdict.SAME
                : Verdict.OTHER_TERMS;
    }

    private static boolean isSame(List<Candidate> stored, List<Candidate> rebuilt) {
        if (stored.size() != rebuilt.size()) {
            return false;
        }
        for (int i = 0; i < stored.size(); i++) {
            Candidate one = stored.get(i);
            Candidate other = rebuilt.get(i);
            if (!one.advisor().equals(other.advisor())
                    || one.mailOpen() != other.mailOpen()
                    || one.interrupts() != other.interrupts()
                    || one.idleSeconds() != other.idleSeconds()
                    || Math.abs(one.occupancy() - other.occupancy()) > SAME_OCCUPANCY) {
                return false;
            }
        }
        return true;
    }

    /** Names to show for user names. */
    public Map<String, String> names(List<String> usernames) {
        return decisions.names(usernames);
    }
}
