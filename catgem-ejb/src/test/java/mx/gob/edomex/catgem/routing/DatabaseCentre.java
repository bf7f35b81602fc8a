package mx.gob.edomex.catgem.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/** The matcher and its engine on the real database, as the matcher's node wires them; only the broker is in memory. */
final class DatabaseCentre implements Matcher.Centre {

    private final CentreFixture centre;
    private final InMemoryUniversalQueue queue = new InMemoryUniversalQueue();
    private final Matcher matcher;

    DatabaseCentre(CentreFixture centre) {
        this.centre = centre;
        this.matcher = new Matcher(queue, this, centre.time);
    }

    /** One round, with a token for everything that waits by one. */
    List<OfferMade> match() {
        for (ContactQueued waiting : centre.does(centre.dispatch::waitingByToken)) {
            queue.put(waiting.serviceClass(), new Token(waiting.contact(), waiting.epoch()));
            matcher.know(List.of(waiting.serviceClass()));
        }
        return matcher.round();
    }

    @Override
    public RoutingRules rules() {
        return RoutingRules.standard();
    }

    @Override
    public List<StaffedAdvisor> staff() {
        return centre.does(() -> centre.staffing.atWork(Map.of()));
    }

    @Override
    public List<WaitingContact> returned() {
        return centre.does(centre.dispatch::returned);
    }

    @Override
    public Optional<WaitingContact> waiting(Token token) {
        return centre.does(() -> centre.dispatch.waiting(token.contact(), token.epoch()));
    }

    @Override
    public Batch offer(List<Decision> decisions) {
        long lease = centre.lease();
        List<Match> matches = decisions.stream()
                .map(made -> new Match(
                        made.contact(),
                        made.epoch(),
                        made.advisor(),
                        made.interrupts(),
                        ExplanationJson.write(made.why())))
                .toList();
        return centre.does(() -> centre.dispatch.offer(matches, lease));
    }
}
