package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/** The advisors of a {@link VirtualCentre}: who is at work, with which room. */
final class VirtualStaff {

    private static final int CAPACITY = 100;

    private final Map<String, StaffedAdvisor> everyone = new LinkedHashMap<>();
    private final Set<String> desks = new HashSet<>();
    private final AdvisorPool atWork = new AdvisorPool();
    private final Map<String, Integer> mails = new HashMap<>();

    void employ(StaffedAdvisor advisor) {
        everyone.put(advisor.username(), advisor);
    }

    void presence(String username, boolean open, boolean available) {
        StaffedAdvisor was = everyone.get(username);
        if (!open) {
            desks.remove(username);
            atWork.remove(username);
            everyone.put(username, with(was, false, was.offered(), was.freePoints(), was.idleSince()));
            return;
        }
        desks.add(username);
        put(with(was, available, was.offered(), was.freePoints(), was.idleSince()));
    }

    void offered(String username, Channel channel, int points) {
        StaffedAdvisor was = everyone.get(username);
        if (channel == Channel.EMAIL) {
            mails.merge(username, 1, Integer::sum);
        }
        put(with(was, was.available(), true, was.freePoints() - points, was.idleSince()));
    }

    void accepted(String username) {
        StaffedAdvisor was = everyone.get(username);
        put(with(was, was.available(), false, was.freePoints(), was.idleSince()));
    }

    /** @param ended when the contact ended; null: it was only offered, which leaves the idle position as it was */
    void release(String username, Channel channel, int points, Instant ended) {
        StaffedAdvisor was = everyone.get(username);
        if (channel == Channel.EMAIL) {
            mails.merge(username, -1, Integer::sum);
        }
        put(with(
                was,
                was.available(),
                ended == null ? false : was.offered(),
                was.freePoints() + points,
                ended == null ? was.idleSince() : ended));
    }

    AdvisorPool atWork() {
        return atWork;
    }

    private void put(StaffedAdvisor now) {
        if (now.freePoints() < 0 || now.freePoints() > CAPACITY) {
            throw new IllegalStateException("above capacity");
        }
        everyone.put(now.username(), now);
        if (desks.contains(now.username())) {
            atWork.put(now);
        }
    }

    private StaffedAdvisor with(
            StaffedAdvisor was, boolean available, boolean offered, int freePoints, Instant idleSince) {
        return new StaffedAdvisor(
                was.username(),
                available,
                offered,
                was.reserve(),
                freePoints,
                idleSince,
                0,
                mails.getOrDefault(was.username(), 0) > 0,
                List.of(),
                was.skills());
    }
}
