package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.routing.VirtualCentre.Arrival;

/**
 * The contacts of a day as the virtual centre takes them. What the day does not tell is drawn, from the seed and the
 * contact's place in the day and from nothing else, so that every set of rules meets the same citizens: the patience of
 * those who were attended, and how long those would have taken who left.
 */
final class Arrivals {

    /** Of a channel in which nobody was attended that day. */
    private static final Duration USUAL_SERVICE = Duration.ofMinutes(3);

    private final Map<Channel, Patience> patience = new EnumMap<>(Channel.class);
    private final Map<Channel, List<PastContact>> attended = new EnumMap<>(Channel.class);
    private final PastDay day;
    private final long seed;

    Arrivals(PastDay day, long seed) {
        this.day = day;
        this.seed = seed;
        for (Channel channel : Channel.values()) {
            List<PastContact> all = day.contacts().stream()
                    .filter(contact -> contact.serviceClass().channel() == channel)
                    .toList();
            attended.put(
                    channel, all.stream().filter(one -> one.accepted() != null).toList());
            patience.put(
                    channel,
                    new Patience(
                            all.stream()
                                    .map(PastContact::abandoned)
                                    .filter(wait -> wait != null)
                                    .toList(),
                            attended.get(channel).stream()
                                    .map(PastContact::accepted)
                                    .toList()));
        }
    }

    /** One for each contact of the day, in its order. */
    List<Arrival> all() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < day.contacts().size(); i++) {
            // A Random of neighbouring seeds begins with neighbouring numbers.
            Random random = new Random(seed * 1_000_003 + i * 7_919L);
            random.nextDouble();
            arrivals.add(arrival(day.contacts().get(i), random));
        }
        return arrivals;
    }

    private Arrival arrival(PastContact contact, Random random) {
        Channel channel = contact.serviceClass().channel();
        double drawn = random.nextDouble();
        if (contact.accepted() != null) {
            return new Arrival(
                    contact.serviceClass(),
                    contact.at(),
                    contact.service(),
                    patience.get(channel).beyond(contact.accepted(), drawn).orElse(null),
                    contact.refused(),
                    contact.ring(),
                    contact.lastAdvisor(),
                    contact.silences());
        }
        List<PastContact> others = attended.get(channel);
        PastContact other = others.isEmpty() ? null : others.get((int) (drawn * others.size()));
        return new Arrival(
                contact.serviceClass(),
                contact.at(),
                other == null ? USUAL_SERVICE : other.service(),
                contact.abandoned(),
                contact.refused(),
                other == null || !contact.ring().isZero() ? contact.ring() : other.ring(),
                contact.lastAdvisor(),
                other == null ? List.of() : other.silences());
    }
}
