package mx.gob.edomex.catgem.routing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * One round of matching: looks at the heads of the class queues and at the returned contacts, lets the engine choose,
 * has the database make the offers, and only then acknowledges the tokens (T2). A crash anywhere leaves tokens that
 * are either still in force or recognised as stale.
 */
public final class Matcher {

    private final UniversalQueue queue;
    private final Centre centre;
    private final Clock clock;
    private final Set<ServiceClass> classes = new LinkedHashSet<>();

    public Matcher(UniversalQueue queue, Centre centre, Clock clock) {
        this.queue = queue;
        this.centre = centre;
        this.clock = clock;
    }

    /** A class that has, or may have, tokens. */
    public void know(Collection<ServiceClass> serviceClasses) {
        classes.addAll(serviceClasses);
    }

    /**
     * Matches until nothing more can be matched (I6).
     *
     * @return the offers made
     */
    public List<OfferMade> round() {
        List<OfferMade> made = new ArrayList<>();
        Batch batch;
        do {
            batch = once();
            made.addAll(batch.made());
        } while (!batch.made().isEmpty() || !batch.stale().isEmpty());
        return made;
    }

    private Batch once() {
        List<StaffedAdvisor> staff = centre.staff();
        if (staff.stream().noneMatch(RoutingEngine::isReady)) {
            return new Batch(List.of(), Set.of());
        }
        Heads heads = new Heads();
        List<Decision> decisions =
                new RoutingEngine(centre.rules()).decide(clock.instant(), heads, centre.returned(), staff);
        if (decisions.isEmpty()) {
            return new Batch(List.of(), Set.of());
        }
        Batch batch = centre.offer(decisions);
        Set<ContactId> gone = new LinkedHashSet<>(batch.stale());
        batch.made().forEach(offer -> gone.add(offer.contact()));
        heads.acknowledge(gone);
        return batch;
    }

    /** What the matcher needs of the rest of the centre: read, and one compare-and-set. */
    public interface Centre {

        RoutingRules rules();

        /** Everyone with a desk open. */
        List<StaffedAdvisor> staff();

        List<WaitingContact> returned();

        /** The contact a token stands for, while it waits by that token. */
        Optional<WaitingContact> waiting(Token token);

        /** T2, database half. */
        Batch offer(List<Decision> decisions);
    }

    /** The heads as the engine sees them: stale tokens are acknowledged on the way, for the database said so. */
    private final class Heads implements ClassHeads {

        private final Map<ServiceClass, List<WaitingContact>> seen = new HashMap<>();

        @Override
        public Collection<ServiceClass> classes() {
            return classes;
        }

        @Override
        public Optional<WaitingContact> at(ServiceClass serviceClass, int position) {
            List<WaitingContact> line = seen.computeIfAbsent(serviceClass, key -> new ArrayList<>());
            while (line.size() <= position) {
                Optional<Token> token = queue.at(serviceClass, line.size());
                if (token.isEmpty()) {
                    return Optional.empty();
                }
                Optional<WaitingContact> contact = centre.waiting(token.get());
                if (contact.isPresent()) {
                    line.add(contact.get());
                } else {
                    queue.acknowledge(serviceClass, token.get());
                }
            }
            return Optional.of(line.get(position));
        }

        void acknowledge(Set<ContactId> contacts) {
            seen.forEach((serviceClass, line) -> line.stream()
                    .filter(contact -> contacts.contains(contact.contact()))
                    .forEach(
                            contact -> queue.acknowledge(serviceClass, new Token(contact.contact(), contact.epoch()))));
        }
    }
}
