package mx.gob.edomex.catgem.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.AdvisorPool.Group;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * Who could be asked to take one contact: the first few by name, the others and those excluded by number, so that it
 * costs the same however many they are.
 *
 * @param first in the order of choice, at most as many as are to be named
 * @param eligible how many there are in all
 * @param excluded how many could not be asked, by the first reason against each
 */
record Shortlist(
        List<StaffedAdvisor> first, int eligible, Map<Exclusion, Integer> excluded, Reasons reasons, int named) {

    /** Why an advisor could not be asked; empty for who could. */
    @FunctionalInterface
    interface Reasons {
        Optional<Exclusion> against(StaffedAdvisor advisor);
    }

    /** A walk through those of one group with the same room. */
    private record Walk(StaffedAdvisor next, Iterator<StaffedAdvisor> rest) {}

    static Shortlist of(
            WaitingContact contact,
            Scope scope,
            Eligibility eligibility,
            AdvisorPool staff,
            Comparator<StaffedAdvisor> order,
            int named) {
        Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
        List<Collection<StaffedAdvisor>> able = new ArrayList<>();
        int eligible = 0;
        for (Group group : staff.groups()) {
            add(excluded, Exclusion.AWAY, group.away());
            Optional<Exclusion> unskilled = eligibility.unskilled(contact.serviceClass(), scope, group);
            if (unskilled.isPresent()) {
                add(excluded, unskilled.get(), group.available());
                continue;
            }
            add(excluded, Exclusion.OFFERED, group.offered());
            for (var some : group.ready().entrySet()) {
                if (eligibility.hasRoom(contact, some.getKey())) {
                    able.add(some.getValue());
                    eligible += some.getValue().size();
                } else {
                    add(excluded, Exclusion.NO_ROOM, some.getValue().size());
                }
            }
        }
        Reasons reasons = advisor -> eligibility.exclusion(contact, scope, advisor, staff.groupOf(advisor));
        for (String name : contact.excluded()) {
            Optional<StaffedAdvisor> decliner = staff.find(name);
            if (decliner.flatMap(reasons::against)
                    .filter(Exclusion.DECLINED::equals)
                    .isPresent()) {
                // Counted above by what else they are.
                add(excluded, Exclusion.DECLINED, 1);
                Optional<Exclusion> counted = eligibility.unready(contact, decliner.get());
                counted.ifPresent(why -> add(excluded, why, -1));
                eligible -= counted.isPresent() ? 0 : 1;
            }
        }
        return new Shortlist(first(able, contact, order, named), eligible, excluded, reasons, named);
    }

    /** The same with the one who knows the matter in front, whatever may be against them. */
    Shortlist ledBy(StaffedAdvisor winner) {
        List<StaffedAdvisor> led = new ArrayList<>(first);
        led.remove(winner);
        led.add(0, winner);
        Map<Exclusion, Integer> others = new EnumMap<>(Exclusion.class);
        others.putAll(excluded);
        Optional<Exclusion> against = reasons.against(winner);
        against.ifPresent(why -> add(others, why, -1));
        return new Shortlist(
                led.subList(0, Math.min(led.size(), named)),
                eligible + (against.isPresent() ? 1 : 0),
                others,
                reasons,
                named);
    }

    private static List<StaffedAdvisor> first(
            List<Collection<StaffedAdvisor>> able,
            WaitingContact contact,
            Comparator<StaffedAdvisor> order,
            int named) {
        PriorityQueue<Walk> walks = new PriorityQueue<>(Comparator.comparing(Walk::next, order));
        able.forEach(some -> goOn(walks, some.iterator()));
        List<StaffedAdvisor> first = new ArrayList<>();
        while (!walks.isEmpty() && first.size() < named) {
            Walk walk = walks.poll();
            if (!contact.excluded().contains(walk.next().username())) {
                first.add(walk.next());
            }
            goOn(walks, walk.rest());
        }
        return first;
    }

    private static void goOn(PriorityQueue<Walk> walks, Iterator<StaffedAdvisor> rest) {
        if (rest.hasNext()) {
            walks.add(new Walk(rest.next(), rest));
        }
    }

    private static void add(Map<Exclusion, Integer> counts, Exclusion why, int more) {
        if (more != 0) {
            counts.merge(why, more, (was, by) -> was + by == 0 ? null : was + by);
        }
    }
}
