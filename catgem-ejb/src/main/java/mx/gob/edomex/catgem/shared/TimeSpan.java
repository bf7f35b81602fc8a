package mx.gob.edomex.catgem.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A stretch of time from an instant, included, to another, excluded. Contacts count in the interval in which they were
 * queued; an advisor's time is cut where an interval, a shift or a day ends, so that the pieces add up to the whole.
 */
public record TimeSpan(Instant from, Instant to) {

    public TimeSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** The time both have in common; spans that only touch have none. */
    public Optional<TimeSpan> common(TimeSpan other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new TimeSpan(start, end)) : Optional.empty();
    }

    /** The pieces between the boundaries that fall inside, in order: none is empty, none crosses a boundary. */
    public List<TimeSpan> cutAt(Collection<Instant> boundaries) {
        List<TimeSpan> pieces = new ArrayList<>();
        Instant start = from;
        for (Instant boundary : new TreeSet<>(boundaries)) {
            if (boundary.isAfter(start) && boundary.isBefore(to)) {
                pieces.add(new TimeSpan(start, boundary));
                start = boundary;
            }
        }
        if (start.isBefore(to)) {
            pieces.add(new TimeSpan(start, to));
        }
        return List.copyOf(pieces);
    }

    /** Cut at the local midnights. */
    public List<TimeSpan> cutByDay(ZoneId zone) {
        List<Instant> midnights = new ArrayList<>();
        for (LocalDay day = LocalDay.of(from, zone); day.start().isBefore(to); day = day.next()) {
            midnights.add(day.start());
        }
        return cutAt(midnights);
    }

    /**
     * Cut where intervals of the local day begin; a day with a clock change has more or fewer of them.
     *
     * @param minutes length of an interval, a divisor of 60
     */
    public List<TimeSpan> cutByInterval(int minutes, ZoneId zone) {
        if (minutes < 1 || 60 % minutes != 0) {
            throw new IllegalArgumentException("intervals must divide the hour");
        }
        return cutByDay(zone).stream()
                .flatMap(day -> day.cutAt(day.intervals(minutes, zone)).stream())
                .toList();
    }

    private List<Instant> intervals(int minutes, ZoneId zone) {
        Duration step = Duration.ofMinutes(minutes);
        Instant midnight = LocalDay.of(from, zone).start();
        long passed = Duration.between(midnight, from).dividedBy(step);
        List<Instant> starts = new ArrayList<>();
        for (Instant at = midnight.plus(step.multipliedBy(passed)); at.isBefore(to); at = at.plus(step)) {
            starts.add(at);
        }
        return starts;
    }
}
