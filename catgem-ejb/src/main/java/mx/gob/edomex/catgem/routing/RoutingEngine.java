package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * Chooses who gets what, as pure code: no container, no clock, no input beyond its arguments, so that the matcher, a
 * replay and a simulation in virtual time decide alike. Takes the contacts in the order of the queue, merging the heads
 * of the class queues with the returned ones, and gives each to its {@link Choice}. Within a class the first is the
 * best, so the cost grows with the number of classes and never with the number waiting.
 */
public final class RoutingEngine {

    private final RoutingRules rules;

    public RoutingEngine(RoutingRules rules) {
        this.rules = rules;
    }

    /**
     * Every decision possible now; each advisor gets at most one contact (one live offer an advisor).
     *
     * @param heads contacts that wait by a token; none of them is excluded from anybody or has a preferred advisor
     * @param returned contacts waiting outside their class queue, in any order
     * @param staff everyone with a desk open
     */
    public List<Decision> decide(
            Instant now, ClassHeads heads, Collection<WaitingContact> returned, Collection<StaffedAdvisor> staff) {
        return decide(now, heads, returned, new AdvisorPool(staff), Integer.MAX_VALUE);
    }

    /**
     * As above, for who keeps a pool from one moment to the next.
     *
     * @param staff to whoever is given something an offer rings in it afterwards
     * @param most decisions, the first in the order of the queue
     */
    public List<Decision> decide(
            Instant now, ClassHeads heads, Collection<WaitingContact> returned, AdvisorPool staff, int most) {
        Choice choice = new Choice(rules, now, Explanation.NAMED);
        List<Decision> decisions = new ArrayList<>();
        if (staff.free() == 0) {
            return decisions;
        }
        Map<ServiceClass, Integer> positions = new HashMap<>();
        PriorityQueue<Candidate> line =
                new PriorityQueue<>(Comparator.comparing(Candidate::contact, new QueueOrder(rules, now)));
        for (ServiceClass serviceClass : heads.classes()) {
            heads.at(serviceClass, 0).ifPresent(head -> line.add(new Candidate(head, true)));
        }
        returned.forEach(contact -> line.add(new Candidate(contact, false)));
        while (!line.isEmpty() && staff.free() > 0 && decisions.size() < most) {
            Candidate next = line.poll();
            ServiceClass serviceClass = next.contact().serviceClass();
            Optional<Decision> chosen = choice.choose(next.contact(), staff);
            if (chosen.isEmpty()) {
                // Nobody for a class's head: nobody for the rest of the class either, for the head excludes nobody and
                // its scope is the widest.
                continue;
            }
            decisions.add(chosen.get());
            give(staff, chosen.get().advisor(), serviceClass);
            // The next of the class is looked at only when it may still get somebody: to look may ask the database.
            if (next.isHead() && staff.free() > 0 && decisions.size() < most) {
                int position = positions.merge(serviceClass, 1, Integer::sum);
                heads.at(serviceClass, position).ifPresent(head -> line.add(new Candidate(head, true)));
            }
        }
        return decisions;
    }

    /**
     * One contact alone, with every candidate named and the reason against everybody else, for who wants to read it all.
     *
     * @param explanation with all candidates, and not only the first
     * @param against by user name
     */
    public record Whole(Explanation explanation, Map<String, Exclusion> against) {}

    /**
     * What {@link #decide} would say of this contact, were it the next.
     *
     * @return empty when it would have to wait
     */
    public Optional<Whole> whole(Instant now, WaitingContact contact, AdvisorPool staff) {
        Choice choice = new Choice(rules, now, Integer.MAX_VALUE);
        return choice.choose(contact, staff).map(Decision::why).map(why -> {
            Eligibility eligibility = new Eligibility(rules, now);
            Set<String> able = new HashSet<>();
            why.first().forEach(candidate -> able.add(candidate.advisor()));
            Map<String, Exclusion> against = new TreeMap<>();
            for (StaffedAdvisor advisor : staff.everyone()) {
                if (!able.contains(advisor.username())) {
                    eligibility
                            .exclusion(contact, why.scope(), advisor, staff.groupOf(advisor))
                            .ifPresent(reason -> against.put(advisor.username(), reason));
                }
            }
            return new Whole(why, against);
        });
    }

    /** The advisor is given a contact of the class, as {@link #decide} does before it goes on to the next. */
    public void give(AdvisorPool staff, String advisor, ServiceClass serviceClass) {
        staff.find(advisor).ifPresent(one -> staff.put(offered(one, serviceClass)));
    }

    /** Whether anything at all may be offered to the advisor. */
    static boolean isReady(StaffedAdvisor advisor) {
        return advisor.available() && !advisor.offered() && advisor.freePoints() + advisor.interruptiblePoints() > 0;
    }

    private StaffedAdvisor offered(StaffedAdvisor advisor, ServiceClass serviceClass) {
        int points = rules.points(serviceClass.channel());
        return advisor.offeredFor(points, advisor.interruptedFor(points));
    }

    private record Candidate(WaitingContact contact, boolean isHead) {}
}
