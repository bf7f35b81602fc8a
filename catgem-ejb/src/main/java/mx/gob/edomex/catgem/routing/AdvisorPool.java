package mx.gob.edomex.catgem.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * Everyone with a desk open, in groups of those who have the same skills; in a group those who have the same room, the
 * longest idle first. A decision looks at groups, not at people, so its cost grows with the number of different sets of
 * skills (the same object, as {@code Staffing} hands it out) and never with the number of advisors.
 */
public final class AdvisorPool {

    /** Of two who can take a contact: the one idle longest, the less occupied today, the first by name. */
    static final Comparator<StaffedAdvisor> LONGEST_IDLE = Comparator.comparing(StaffedAdvisor::idleSince)
            .thenComparingDouble(StaffedAdvisor::occupancy)
            .thenComparing(StaffedAdvisor::username);

    /** What sets the members of a group apart where room is wanted; the same for all in one {@link Group#ready} set. */
    record Room(boolean mailOpen, int free, int interruptible) {
        static Room of(StaffedAdvisor advisor) {
            return new Room(advisor.mailOpen(), advisor.freePoints(), advisor.interruptiblePoints());
        }
    }

    private record Profile(Skills skills, boolean reserve) {}

    /** Those with the same skills. */
    static final class Group {
        private final Profile profile;
        private final Map<Room, SortedSet<StaffedAdvisor>> ready = new HashMap<>();
        private int away;
        private int offered;
        private int available;

        private Group(Profile profile) {
            this.profile = profile;
        }

        Skills skills() {
            return profile.skills();
        }

        boolean isReserve() {
            return profile.reserve();
        }

        /** On a break, not responding, lost, or about to leave. */
        int away() {
            return away;
        }

        /** To whom an offer rings. */
        int offered() {
            return offered;
        }

        /** Everyone else: those to whom an offer rings, and those ready. */
        int available() {
            return available;
        }

        /** Available and without an offer, by their room. */
        Map<Room, SortedSet<StaffedAdvisor>> ready() {
            return ready;
        }

        private void count(StaffedAdvisor advisor, int by) {
            if (!advisor.available()) {
                away += by;
                return;
            }
            available += by;
            if (advisor.offered()) {
                offered += by;
            } else if (by > 0) {
                ready.computeIfAbsent(Room.of(advisor), room -> new TreeSet<>(LONGEST_IDLE))
                        .add(advisor);
            } else {
                ready.computeIfPresent(
                        Room.of(advisor), (room, some) -> some.remove(advisor) && some.isEmpty() ? null : some);
            }
        }

        private boolean isEmpty() {
            return away + available == 0;
        }
    }

    private final Map<String, StaffedAdvisor> everyone = new HashMap<>();
    private final Map<Profile, Group> groups = new LinkedHashMap<>();
    private int free;

    public AdvisorPool() {}

    public AdvisorPool(Collection<StaffedAdvisor> staff) {
        staff.forEach(this::put);
    }

    /** The advisor as they are now; whatever was known of them before is forgotten. */
    public void put(StaffedAdvisor advisor) {
        remove(advisor.username());
        everyone.put(advisor.username(), advisor);
        Profile profile = new Profile(advisor.skills(), advisor.reserve());
        groups.computeIfAbsent(profile, Group::new).count(advisor, 1);
        free += RoutingEngine.isReady(advisor) ? 1 : 0;
    }

    /** The desk was closed. */
    public void remove(String username) {
        StaffedAdvisor was = everyone.remove(username);
        if (was != null) {
            groups.computeIfPresent(new Profile(was.skills(), was.reserve()), (profile, group) -> {
                group.count(was, -1);
                return group.isEmpty() ? null : group;
            });
            free -= RoutingEngine.isReady(was) ? 1 : 0;
        }
    }

    Optional<StaffedAdvisor> find(String username) {
        return Optional.ofNullable(everyone.get(username));
    }

    Collection<StaffedAdvisor> everyone() {
        return everyone.values();
    }

    Collection<Group> groups() {
        return groups.values();
    }

    Group groupOf(StaffedAdvisor advisor) {
        return groups.get(new Profile(advisor.skills(), advisor.reserve()));
    }

    /** How many could take something, be it by interrupting a mail. */
    public int free() {
        return free;
    }
}
