package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.workforce.Occupancies;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/** The matcher and its engine on the real database, as the matcher's node wires them; only the broker is in memory. */
public class DatabaseCentre implements Matcher.Centre {

    private final CentreFixture centre;
    private final RoutingRules rules;
    private final InMemoryUniversalQueue queue = new InMemoryUniversalQueue();
    private final Matcher matcher;
    private Occupancies occupancies = Occupancies.NONE;
    /** Its time stands still: nobody is read again for no other reason than that it was long ago. */
    private final StaffMemory memory;

    public DatabaseCentre(CentreFixture centre) {
        this(centre, RoutingRules.standard());
    }

    public DatabaseCentre(CentreFixture centre, RoutingRules rules) {
        this.centre = centre;
        this.rules = rules;
        this.matcher = new Matcher(queue, this, centre.time);
        this.memory = new StaffMemory(centre.staffing, () -> 0);
    }

    /** One round, with a token for everything that waits by one. */
    public List<OfferMade> match() {
        for (ContactQueued waiting : centre.does(centre.dispatch::waitingByToken)) {
            queue.put(waiting.serviceClass(), new Token(waiting.contact(), waiting.epoch()));
        }
        return round();
    }

    /** One round by the tokens there are. */
    List<OfferMade> round() {
        centre.does(centre.dispatch::waitingByToken).forEach(one -> matcher.know(List.of(one.serviceClass())));
        return matcher.round();
    }

    /** From now on these count. */
    public void occupied(Occupancies now) {
        occupancies = now;
    }

    List<Token> tokens(String serviceClass) {
        List<Token> tokens = new ArrayList<>();
        ServiceClass line = ServiceClass.of(serviceClass);
        for (int i = 0; queue.at(line, i).isPresent(); i++) {
            tokens.add(queue.at(line, i).orElseThrow());
        }
        return tokens;
    }

    /** What could be decided now, were everything that waits in front of the engine. */
    List<Decision> engine() {
        Map<ServiceClass, List<WaitingContact>> lines = new HashMap<>();
        for (ContactQueued one : centre.does(centre.dispatch::waitingByToken)) {
            lines.computeIfAbsent(one.serviceClass(), key -> new ArrayList<>())
                    .addAll(waiting(List.of(new Token(one.contact(), one.epoch())))
                            .values());
        }
        ClassHeads heads = new ClassHeads() {
            @Override
            public Collection<ServiceClass> classes() {
                return lines.keySet();
            }

            @Override
            public Optional<WaitingContact> at(ServiceClass serviceClass, int position) {
                return lines.get(serviceClass).stream().skip(position).findFirst();
            }
        };
        return new RoutingEngine(rules())
                .decide(centre.time.instant(), heads, centre.returned(), staff(), Integer.MAX_VALUE);
    }

    @Override
    public RoutingRules rules() {
        return rules;
    }

    @Override
    public AdvisorPool staff() {
        AdvisorPool remembered = centre.does(() -> memory.atWork(occupancies));
        assertThat(withoutSkills(remembered.everyone()))
                .as("what the matcher remembers is what the database has")
                .containsExactlyInAnyOrderElementsOf(
                        withoutSkills(centre.does(() -> centre.staffing.atWork(occupancies))));
        return remembered;
    }

    /** Skills are known by being the same object, and here they are not. */
    private static List<StaffedAdvisor> withoutSkills(Collection<StaffedAdvisor> staff) {
        return staff.stream()
                .map(one -> new StaffedAdvisor(
                        one.username(),
                        one.available(),
                        one.offered(),
                        one.reserve(),
                        one.freePoints(),
                        one.idleSince(),
                        one.occupancy(),
                        one.mailOpen(),
                        one.mails(),
                        null))
                .toList();
    }

    @Override
    public Matcher.Waiting waitingOrReturned(List<Token> tokens) {
        Dispatch.Waiting waiting = centre.does(() -> centre.dispatch.waitingOrReturned(
                tokens.stream().map(Token::contact).toList()));
        return new Matcher.Waiting(byToken(waiting.byToken()), waiting.returned());
    }

    @Override
    public Map<Token, WaitingContact> waiting(List<Token> tokens) {
        return byToken(centre.does(() ->
                centre.dispatch.waiting(tokens.stream().map(Token::contact).toList())));
    }

    private static Map<Token, WaitingContact> byToken(List<WaitingContact> found) {
        return found.stream().collect(Collectors.toMap(one -> new Token(one.contact(), one.epoch()), one -> one));
    }

    @Override
    public Batch offer(List<Decision> decisions) {
        long lease = centre.lease();
        memory.doubt(decisions.stream().map(Decision::advisor).toList());
        List<Match> matches = Decision.matches(decisions, memory.look());
        return centre.does(() -> centre.dispatch.offer(matches, lease));
    }
}
