package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.VirtualCentre;
import mx.gob.edomex.catgem.routing.VirtualCentre.Arrival;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Stay;

/**
 * A day in virtual time, by the engine of the live centre. Same day, seed and rules give the same figures, for nothing
 * here is drawn but by the seed. What the model leaves out shows as the difference between the day as it was and its
 * replay under the rules it had: a contact that changed hands stays in the first, warm transfers hold nobody's points,
 * skills of days before the ledger kept them are those of today, and a citizen is silent whoever attends them.
 */
final class DayReplay {

    private final PastDay day;
    private final RoutingRules yardstick;
    private final List<Arrival> arrivals;
    private final IdentityHashMap<Arrival, PastContact> past = new IdentityHashMap<>();

    /** @param yardstick the rules whose targets everything is measured with */
    DayReplay(PastDay day, RoutingRules yardstick, long seed) {
        this.day = day;
        this.yardstick = yardstick;
        this.arrivals = new Arrivals(day, seed).all();
        for (int i = 0; i < arrivals.size(); i++) {
            past.put(arrivals.get(i), day.contacts().get(i));
        }
    }

    /** What became of one contact in virtual time; times since it was queued, null for what did not happen. */
    record Fate(Duration accepted, Duration abandoned, String advisor) {}

    /** The day as the ledger has it. */
    DayFigures asItWas() {
        DayTally tally = new DayTally(yardstick);
        for (PastContact contact : day.contacts()) {
            if (day.counts(contact.at())) {
                tally.queued(contact.serviceClass());
                if (contact.answered() != null) {
                    tally.answered(contact.serviceClass(), contact.answered());
                } else if (contact.abandoned() != null) {
                    tally.abandoned(contact.serviceClass(), contact.abandoned());
                }
                if (contact.advisor() != null) {
                    tally.offeredTo(contact.advisor());
                }
            }
        }
        return tally.figures();
    }

    /** @param progress hears how many contacts have come; what it throws ends the replay */
    DayFigures under(RoutingRules rules, IntConsumer progress) {
        DayTally tally = new DayTally(yardstick);
        Duration horizon = day.length().plus(PastDay.MARGIN);
        fates(rules, progress).forEach((arrival, fate) -> {
            if (!day.counts(arrival.at())) {
                return;
            }
            tally.queued(arrival.serviceClass());
            Duration answered = fate.accepted() == null
                    ? null
                    : fate.accepted().plus(past.get(arrival).untilAnswer());
            if (answered != null && arrival.at().plus(answered).compareTo(horizon) <= 0) {
                tally.answered(arrival.serviceClass(), answered);
            } else if (fate.abandoned() != null) {
                tally.abandoned(arrival.serviceClass(), fate.abandoned());
            }
            if (fate.advisor() != null) {
                tally.offeredTo(fate.advisor());
            }
        });
        return tally.figures();
    }

    /** In the order in which the contacts came. */
    List<Fate> fates(RoutingRules rules) {
        IdentityHashMap<Arrival, Fate> fates = fates(rules, come -> {});
        return arrivals.stream().map(fates::get).toList();
    }

    private IdentityHashMap<Arrival, Fate> fates(RoutingRules rules, IntConsumer progress) {
        IdentityHashMap<Arrival, Fate> fates = new IdentityHashMap<>();
        IdentityHashMap<Arrival, String> asked = new IdentityHashMap<>();
        arrivals.forEach(arrival -> fates.put(arrival, new Fate(null, null, null)));
        VirtualCentre.Gauge gauge = new VirtualCentre.Gauge() {
            @Override
            public void offered(Arrival arrival, String advisor, Duration waited) {
                asked.put(arrival, advisor);
            }

            @Override
            public void served(Arrival arrival, Duration waited) {
                fates.put(arrival, new Fate(waited, null, asked.get(arrival)));
            }

            @Override
            public void abandoned(Arrival arrival, Duration waited) {
                fates.put(arrival, new Fate(null, waited, null));
            }
        };
        VirtualCentre centre = new VirtualCentre(rules, day.start(), counting(progress), gauge);
        staff(centre, day);
        centre.run();
        return fates;
    }

    private Iterator<Arrival> counting(IntConsumer progress) {
        Iterator<Arrival> all = arrivals.iterator();
        int[] come = new int[1];
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Arrival next() {
                progress.accept(++come[0]);
                return all.next();
            }
        };
    }

    static void staff(VirtualCentre centre, PastDay day) {
        for (Profile profile : day.staff()) {
            centre.employ(
                    profile.username(),
                    profile.reserve(),
                    profile.skills(),
                    day.start().minus(PastDay.MARGIN));
        }
        Set<String> known = day.staff().stream().map(Profile::username).collect(Collectors.toSet());
        day.learned().stream()
                .filter(one -> known.contains(one.username()))
                .forEach(one -> centre.skills(Duration.between(day.start(), one.at()), one.username(), one.skills()));
        Map<String, Presence> before = new HashMap<>();
        for (Stay stay : day.stays()) {
            Presence was = before.put(stay.username(), stay.presence());
            if (known.contains(stay.username()) && was != stay.presence()) {
                centre.presence(
                        Duration.between(day.start(), stay.span().from()),
                        stay.username(),
                        stay.presence() != Presence.OFFLINE,
                        stay.presence() == Presence.AVAILABLE);
            }
        }
    }
}
