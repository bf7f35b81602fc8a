package mx.gob.edomex.catgem.jms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.AdvisorPool;
import mx.gob.edomex.catgem.routing.Decision;
import mx.gob.edomex.catgem.routing.Matcher;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.routing.StaffMemory;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.FaultPoint;
import mx.gob.edomex.catgem.workforce.Occupancies;
import mx.gob.edomex.catgem.workforce.Staffing;

/** The centre as one owner of the matcher's lease sees it; every offer is made under that lease's epoch. */
final class MatcherCentre implements Matcher.Centre {

    /** How long rules and occupancies are believed; a new version of the rules is in force that soon. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Dispatch dispatch;
    private final Staffing staffing;
    private final StaffMemory memory;
    private final RuleBook ruleBook;
    private final Tenure tenure;
    private final Clock clock;
    private RoutingRules rules = RoutingRules.standard();
    private Occupancies occupancies = Occupancies.NONE;
    private Instant readAt = Instant.EPOCH;

    MatcherCentre(Dispatch dispatch, Staffing staffing, RuleBook ruleBook, Tenure tenure, Clock clock) {
        this.dispatch = dispatch;
        this.staffing = staffing;
        this.memory = new StaffMemory(staffing, System::nanoTime);
        this.ruleBook = ruleBook;
        this.tenure = tenure;
        this.clock = clock;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Tenure tenure() {
        return tenure;
    }

    @Override
    public RoutingRules rules() {
        refresh();
        return rules;
    }

    @Override
    public AdvisorPool staff() {
        tenure.renew();
        refresh();
        return memory.atWork(occupancies);
    }

    private void refresh() {
        Instant now = clock.instant();
        // A clock that was set back must not keep old rules in force.
        if (now.isBefore(readAt) || !now.isBefore(readAt.plus(FRESH))) {
            rules = ruleBook.inForce(now);
            occupancies = staffing.occupancies(now);
            readAt = now;
        }
    }

    @Override
    public Map<Token, WaitingContact> waiting(List<Token> tokens) {
        return byToken(tokens, dispatch.waiting(contacts(tokens)));
    }

    @Override
    public Matcher.Waiting waitingOrReturned(List<Token> tokens) {
        Dispatch.Waiting waiting = dispatch.waitingOrReturned(contacts(tokens));
        return new Matcher.Waiting(byToken(tokens, waiting.byToken()), waiting.returned());
    }

    private static List<ContactId> contacts(List<Token> tokens) {
        return tokens.stream().map(Token::contact).toList();
    }

    private static Map<Token, WaitingContact> byToken(List<Token> tokens, List<WaitingContact> found) {
        Set<Token> asked = Set.copyOf(tokens);
        return found.stream()
                .filter(waiting -> asked.contains(new Token(waiting.contact(), waiting.epoch())))
                .collect(
                        Collectors.toMap(waiting -> new Token(waiting.contact(), waiting.epoch()), waiting -> waiting));
    }

    @Override
    public Batch offer(List<Decision> decisions) {
        FaultPoint.MATCH_DECIDED.reached();
        memory.doubt(decisions.stream().map(Decision::advisor).toList());
        Batch batch = dispatch.offer(Decision.matches(decisions, memory.look()), tenure.epoch());
        if (!batch.made().isEmpty()) {
            FaultPoint.OFFER_COMMITTED.reached();
        }
        return batch;
    }
}
