package mx.gob.edomex.catgem.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Advisors' time from raw events, one advisor and one stretch after the other, for the recount. */
final class RawStaffTime {

    /** A stretch of an advisor's time: available, or with a contact live. */
    record Stretch(String advisor, boolean handled, Instant from, Instant to) {}

    /** An advisor enters a state. */
    record Presence(String advisor, String state, Instant at) {}

    private int people;
    private Duration handled = Duration.ZERO;
    private Duration staffed = Duration.ZERO;

    private RawStaffTime() {}

    static RawStaffTime of(List<Presence> presences, List<LiveTime.Span> live, Window window, Instant now) {
        Instant end = window.to().isBefore(now) ? window.to() : now;
        Map<String, List<Stretch>> byAdvisor = new HashMap<>();
        live.forEach(
                one -> keep(new Stretch(one.advisor(), true, one.from(), one.to()), window.from(), end, byAdvisor));
        Map<String, Presence> current = new HashMap<>();
        for (Presence one : presences) {
            Presence before = current.put(one.advisor(), one);
            available(before, one.at(), window.from(), end, byAdvisor);
        }
        current.values().forEach(last -> available(last, Instant.MAX, window.from(), end, byAdvisor));
        RawStaffTime time = new RawStaffTime();
        byAdvisor.values().forEach(time::add);
        return time;
    }

    private static void available(
            Presence one, Instant until, Instant from, Instant to, Map<String, List<Stretch>> byAdvisor) {
        if (one != null && one.state().equals("AVAILABLE")) {
            keep(new Stretch(one.advisor(), false, one.at(), until), from, to, byAdvisor);
        }
    }

    private static void keep(Stretch one, Instant from, Instant to, Map<String, List<Stretch>> byAdvisor) {
        Instant begun = one.from().isBefore(from) ? from : one.from();
        Instant ended = one.to().isAfter(to) ? to : one.to();
        if (begun.isBefore(ended)) {
            byAdvisor
                    .computeIfAbsent(one.advisor(), name -> new ArrayList<>())
                    .add(new Stretch(one.advisor(), one.handled(), begun, ended));
        }
    }

    private void add(List<Stretch> ofOne) {
        people++;
        staffed = staffed.plus(covered(ofOne));
        handled = handled.plus(covered(ofOne.stream().filter(Stretch::handled).toList()));
    }

    /** What at least one of the stretches covers. */
    private static Duration covered(List<Stretch> stretches) {
        Duration sum = Duration.ZERO;
        Instant upTo = Instant.MIN;
        for (Stretch one :
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            Instant begun = one.from().isAfter(upTo) ? one.from() : upTo;
            if (begun.isBefore(one.to())) {
                sum = sum.plus(Duration.between(begun, one.to()));
                upTo = one.to();
            }
        }
        return sum;
    }

    int people() {
        return people;
    }

    /** A proportion; null when nobody was there. */
    Double occupancy() {
        return people == 0 ? null : Double.valueOf((double) handled.toNanos() / staffed.toNanos());
    }
}
