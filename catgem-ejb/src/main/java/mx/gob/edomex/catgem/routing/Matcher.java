package mx.gob.edomex.catgem.routing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * One round of matching: looks at the heads of the class queues and at the returned contacts, lets the engine choose,
 * has the database make the offers, and only then acknowledges the tokens (T2). A crash anywhere leaves tokens that
 * are either still in force or recognised as stale.
 */
public final class Matcher {

    /** Offers of one transaction: so many do not outlast the lease, and the first are not held up by the last. */
    private static final int AT_ONCE = 200;

    private static final int MOST_HEADS = 64;

    private final UniversalQueue queue;
    private final Centre centre;
    private final Clock clock;
    private final Set<ServiceClass> known = new LinkedHashSet<>();
    /** Those whose line had not come to its end when last seen; only they are looked at. */
    private final Set<ServiceClass> open = new LinkedHashSet<>();
    /** How many of each class the last look wanted. */
    private final Map<ServiceClass, Integer> depths = new HashMap<>();

    public Matcher(UniversalQueue queue, Centre centre, Clock clock) {
        this.queue = queue;
        this.centre = centre;
        this.clock = clock;
    }

    /** Classes that have, or may have, new tokens. */
    public void know(Collection<ServiceClass> serviceClasses) {
        known.addAll(serviceClasses);
        open.addAll(serviceClasses);
    }

    /** Any class may have new tokens: what was said of it may have been lost. */
    public void lookEverywhere() {
        open.addAll(known);
    }

    /** Matches until nothing more can be matched (I6). @return the offers made */
    public List<OfferMade> round() {
        List<OfferMade> all = new ArrayList<>();
        round(all::addAll);
        return all;
    }

    /**
     * As the other.
     *
     * @param made is told the offers as they are made, one transaction after the other
     */
    public void round(Consumer<List<OfferMade>> made) {
        while (once(made)) {}
    }

    /** @return whether there may be more to match */
    private boolean once(Consumer<List<OfferMade>> told) {
        AdvisorPool staff = centre.staff();
        if (staff.free() == 0) {
            return false;
        }
        Heads heads = new Heads();
        List<WaitingContact> returned = heads.readFirst();
        List<Decision> decisions =
                new RoutingEngine(centre.rules()).decide(clock.instant(), heads, returned, staff, AT_ONCE);
        heads.remember();
        if (decisions.isEmpty()) {
            return false;
        }
        Batch batch = centre.offer(decisions);
        Set<ContactId> gone = new LinkedHashSet<>(batch.stale());
        batch.made().forEach(offer -> gone.add(offer.contact()));
        heads.acknowledge(gone);
        told.accept(batch.made());
        // Who becomes free meanwhile says so; a decision that was not taken leaves its advisor free.
        return !gone.isEmpty() && (staff.free() > 0 || batch.made().size() < decisions.size());
    }

    /** What the matcher needs of the rest of the centre: read, and one compare-and-set. */
    public interface Centre {

        RoutingRules rules();

        /** Everyone with a desk open; what is decided is written into it. */
        AdvisorPool staff();

        /** The contacts that tokens stand for, of those that still wait by their token. */
        Map<Token, WaitingContact> waiting(List<Token> tokens);

        /** As the other, together with everyone who waits by their row: one question. */
        Waiting waitingOrReturned(List<Token> tokens);

        /** T2, database half. */
        Batch offer(List<Decision> decisions);
    }

    /** What waits by a token that was asked for, and what waits by its row. */
    public record Waiting(Map<Token, WaitingContact> byToken, List<WaitingContact> returned) {}

    /** The heads as the engine sees them: stale tokens are acknowledged on the way, for the database said so. */
    private final class Heads implements ClassHeads {

        private final Map<ServiceClass, Line> seen = new HashMap<>();

        @Override
        public Collection<ServiceClass> classes() {
            return seen.keySet();
        }

        @Override
        public Optional<WaitingContact> at(ServiceClass serviceClass, int position) {
            Line line = line(serviceClass);
            line.asked = Math.max(line.asked, position + 1);
            while (line.isWanting(position)) {
                Map<Token, ServiceClass> tokens = tokens(List.of(serviceClass));
                keep(tokens, tokens.isEmpty() ? Map.of() : centre.waiting(List.copyOf(tokens.keySet())));
            }
            return position < line.contacts.size() ? Optional.of(line.contacts.get(position)) : Optional.empty();
        }

        /** The heads of all classes, with one question to the database. @return whoever waits by their row */
        List<WaitingContact> readFirst() {
            Map<Token, ServiceClass> tokens = tokens(List.copyOf(open));
            Waiting waiting = centre.waitingOrReturned(List.copyOf(tokens.keySet()));
            keep(tokens, waiting.byToken());
            return waiting.returned();
        }

        /** Some more of each line. */
        private Map<Token, ServiceClass> tokens(Collection<ServiceClass> wanted) {
            Map<Token, ServiceClass> tokens = new LinkedHashMap<>();
            for (ServiceClass serviceClass : wanted) {
                Line line = line(serviceClass);
                int from = line.contacts.size();
                for (int i = 0; i < line.atOnce && !line.isOver; i++) {
                    Optional<Token> token = queue.at(serviceClass, from + i);
                    token.ifPresent(one -> tokens.put(one, serviceClass));
                    line.isOver = token.isEmpty();
                    if (line.isOver && from + i == 0) {
                        open.remove(serviceClass);
                    }
                }
                line.atOnce = Math.min(MOST_HEADS, 2 * line.atOnce);
            }
            return tokens;
        }

        private void keep(Map<Token, ServiceClass> tokens, Map<Token, WaitingContact> waiting) {
            tokens.forEach((token, serviceClass) -> {
                if (waiting.containsKey(token)) {
                    line(serviceClass).contacts.add(waiting.get(token));
                } else {
                    queue.acknowledge(serviceClass, token);
                }
            });
        }

        private Line line(ServiceClass serviceClass) {
            return seen.computeIfAbsent(serviceClass, key -> new Line(depths.getOrDefault(key, 1)));
        }

        /** What was looked at of each class is a good guess of what will be next time. */
        void remember() {
            seen.forEach((serviceClass, line) -> depths.put(serviceClass, Math.min(MOST_HEADS, line.asked)));
        }

        void acknowledge(Set<ContactId> contacts) {
            seen.forEach((serviceClass, line) -> line.contacts.stream()
                    .filter(contact -> contacts.contains(contact.contact()))
                    .forEach(
                            contact -> queue.acknowledge(serviceClass, new Token(contact.contact(), contact.epoch()))));
        }
    }

    /** What has been seen of one class, from its head; more is read at once the longer it is looked at. */
    private static final class Line {
        private final List<WaitingContact> contacts = new ArrayList<>();
        private int atOnce;
        private int asked = 1;
        private boolean isOver;

        Line(int first) {
            atOnce = first;
        }

        boolean isWanting(int position) {
            return contacts.size() <= position && !isOver;
        }
    }
}
