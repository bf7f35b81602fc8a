package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * A centre in virtual time: discrete events drive the engine that drives the live one. Offers are accepted at once, so
 * that what is measured is the routing. Nothing here is random: who comes, how long they stay and how long they wait is
 * the caller's.
 */
final class VirtualCentre implements ClassHeads {

    private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");

    /** Hears of everything that can be measured. */
    interface Gauge {
        void served(Arrival arrival, Duration waited);

        void abandoned(Arrival arrival, Duration waited);
    }

    /**
     * One contact to come.
     *
     * @param patience how long it waits, or null: for ever
     */
    record Arrival(ServiceClass serviceClass, Duration at, Duration service, Duration patience) {}

    private record Event(Duration at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private record Waiting(Arrival arrival, WaitingContact contact) {}

    private final RoutingRules rules;
    private final RoutingEngine engine;
    private final Gauge gauge;
    private final Iterator<Arrival> arrivals;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<ServiceClass, Deque<Waiting>> lines = new LinkedHashMap<>();
    private final Map<String, StaffedAdvisor> staff = new LinkedHashMap<>();
    private Duration now = Duration.ZERO;
    private long order;
    private int free;
    private int waiting;
    private long ids;

    VirtualCentre(RoutingRules rules, int advisors, Skills skills, Iterator<Arrival> arrivals, Gauge gauge) {
        this.rules = rules;
        this.engine = new RoutingEngine(rules);
        this.arrivals = arrivals;
        this.gauge = gauge;
        for (int i = 0; i < advisors; i++) {
            String name = String.format("advisor%05d", i);
            staff.put(name, advisor(name, 100, START, skills));
        }
        free = advisors;
    }

    /** Lets everything happen. @return how many events there were */
    long run() {
        next();
        long happened = 0;
        while (!events.isEmpty()) {
            Event event = events.poll();
            now = event.at();
            event.what().run();
            happened++;
        }
        return happened;
    }

    private void next() {
        if (arrivals.hasNext()) {
            Arrival arrival = arrivals.next();
            at(arrival.at(), () -> {
                arrive(arrival);
                next();
            });
        }
    }

    private void at(Duration when, Runnable what) {
        events.add(new Event(when, order++, what));
    }

    private void arrive(Arrival arrival) {
        ContactId id = new ContactId(new UUID(0, ids++));
        WaitingContact contact =
                new WaitingContact(id, arrival.serviceClass(), instant(), Duration.ZERO, 1, Set.of(), null);
        lines.computeIfAbsent(arrival.serviceClass(), key -> new ArrayDeque<>()).add(new Waiting(arrival, contact));
        waiting++;
        if (arrival.patience() != null) {
            at(now.plus(arrival.patience()), () -> abandon(arrival, id));
        }
        match();
    }

    private void abandon(Arrival arrival, ContactId id) {
        Deque<Waiting> line = lines.get(arrival.serviceClass());
        if (line.removeIf(one -> one.contact().contact().equals(id))) {
            waiting--;
            gauge.abandoned(arrival, arrival.patience());
        }
    }

    private void match() {
        if (free == 0 || waiting == 0) {
            return; // what the engine would say as well, at the cost of asking it at every event
        }
        for (Decision decision : engine.decide(instant(), this, List.of(), staff.values())) {
            Waiting one = take(decision.contact());
            String name = decision.advisor();
            int points = rules.points(one.arrival().serviceClass().channel());
            change(name, -points, false);
            gauge.served(one.arrival(), now.minus(one.arrival().at()));
            at(now.plus(one.arrival().service()), () -> {
                change(name, points, true);
                match();
            });
        }
    }

    private Waiting take(ContactId id) {
        for (Deque<Waiting> line : lines.values()) {
            for (Iterator<Waiting> each = line.iterator(); each.hasNext(); ) {
                Waiting one = each.next();
                if (one.contact().contact().equals(id)) {
                    each.remove();
                    waiting--;
                    return one;
                }
            }
        }
        throw new IllegalStateException("given twice");
    }

    private void change(String name, int points, boolean ended) {
        StaffedAdvisor was = staff.get(name);
        int left = was.freePoints() + points;
        if (left < 0 || left > 100) {
            throw new IllegalStateException("above capacity");
        }
        free += (left > 0 ? 1 : 0) - (was.freePoints() > 0 ? 1 : 0);
        staff.put(name, advisor(name, left, ended ? instant() : was.idleSince(), was.skills()));
    }

    private static StaffedAdvisor advisor(String name, int points, Instant idleSince, Skills skills) {
        return new StaffedAdvisor(name, true, false, false, points, idleSince, 0, false, List.of(), skills);
    }

    private Instant instant() {
        return START.plus(now);
    }

    @Override
    public Collection<ServiceClass> classes() {
        return lines.keySet();
    }

    @Override
    public Optional<WaitingContact> at(ServiceClass serviceClass, int position) {
        return lines.get(serviceClass).stream().skip(position).findFirst().map(Waiting::contact);
    }
}
