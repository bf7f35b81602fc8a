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
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.workforce.ReadyAdvisor;

/**
 * Chooses who gets what, as pure code: no container, no clock, no input beyond its arguments. Takes the contacts in the
 * order of the queue, merging the heads of the class queues with the returned ones, and gives each to the eligible
 * advisor who has been idle longest. Within a class the first is the best, so the cost grows with the number of classes
 * and never with the number waiting.
 */
public final class RoutingEngine {

    private static final Comparator<ReadyAdvisor> LONGEST_IDLE =
            Comparator.comparing(ReadyAdvisor::idleSince).thenComparing(ReadyAdvisor::username);

    private final RoutingRules rules;

    public RoutingEngine(RoutingRules rules) {
        this.rules = rules;
    }

    /**
     * Every match possible now; each advisor gets at most one (one live offer an advisor).
     *
     * @param returned contacts waiting outside their class queue, in any order
     */
    public List<Match> match(
            Instant now, ClassHeads heads, Collection<WaitingContact> returned, Collection<ReadyAdvisor> ready) {
        List<Match> matches = new ArrayList<>();
        if (ready.isEmpty()) {
            return matches;
        }
        Set<ReadyAdvisor> free = new HashSet<>(ready);
        Map<ServiceClass, Integer> positions = new HashMap<>();
        PriorityQueue<Candidate> line =
                new PriorityQueue<>(Comparator.comparing(Candidate::contact, new QueueOrder(rules, now)));
        for (ServiceClass serviceClass : heads.classes()) {
            heads.at(serviceClass, 0).ifPresent(head -> line.add(new Candidate(head, true)));
        }
        returned.forEach(contact -> line.add(new Candidate(contact, false)));
        while (!line.isEmpty() && !free.isEmpty()) {
            Candidate next = line.poll();
            WaitingContact contact = next.contact();
            Optional<ReadyAdvisor> chosen = choose(contact, free);
            chosen.ifPresent(advisor -> {
                free.remove(advisor);
                matches.add(new Match(contact.contact(), contact.epoch(), advisor.username()));
            });
            // Nobody for a class's head: nobody for the rest of the class either, for the head excludes nobody.
            if (next.isHead() && chosen.isPresent()) {
                ServiceClass serviceClass = contact.serviceClass();
                int position = positions.merge(serviceClass, 1, Integer::sum);
                heads.at(serviceClass, position).ifPresent(head -> line.add(new Candidate(head, true)));
            }
        }
        return matches;
    }

    /** The eligible advisor idle longest; for a call or chat, those without a mail open first. */
    Optional<ReadyAdvisor> choose(WaitingContact contact, Collection<ReadyAdvisor> ready) {
        Channel channel = contact.serviceClass().channel();
        Comparator<ReadyAdvisor> order = channel == Channel.EMAIL
                ? LONGEST_IDLE
                : Comparator.comparing(ReadyAdvisor::mailOpen).thenComparing(LONGEST_IDLE);
        return ready.stream().filter(advisor -> isEligible(contact, advisor)).min(order);
    }

    boolean isEligible(WaitingContact contact, ReadyAdvisor advisor) {
        ServiceClass wanted = contact.serviceClass();
        return advisor.freePoints() >= rules.points(wanted.channel())
                && advisor.channels().contains(wanted.channel().name())
                && advisor.languages().contains(wanted.language().name())
                && advisor.topics().contains(wanted.topic())
                && !contact.excluded().contains(advisor.username());
    }

    private record Candidate(WaitingContact contact, boolean isHead) {}
}
