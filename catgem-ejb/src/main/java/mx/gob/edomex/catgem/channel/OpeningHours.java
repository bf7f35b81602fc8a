package mx.gob.edomex.catgem.channel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When an entry point is open, by the centre's clock; pure, so that it can be asked of any moment. Of one local day the
 * exception decides, else the holiday, else the week. Hours that cross midnight belong to the day on which they begin,
 * unless the next day has a rule of its own, which then decides from its first minute on.
 *
 * @param week hours by the day on which they begin; a day without any is closed
 * @param exceptions hours of single days; none is closed
 */
public record OpeningHours(
        Map<DayOfWeek, List<Span>> week, Set<LocalDate> holidays, Map<LocalDate, List<Span>> exceptions, ZoneId zone) {

    /** Longer than any row of closed days: two leap years. */
    private static final int DAYS_AHEAD = 800;

    /** Hours of a day. Who closes at or before the opening closes on the next day; both the same is 24 hours. */
    public record Span(LocalTime opens, LocalTime closes) {

        public static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        boolean crossesMidnight() {
            return !closes.isAfter(opens);
        }

        LocalDateTime begins(LocalDate day) {
            return day.atTime(opens);
        }

        LocalDateTime ends(LocalDate day) {
            return (crossesMidnight() ? day.plusDays(1) : day).atTime(closes);
        }
    }

    public OpeningHours {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        exceptions = Map.copyOf(exceptions);
    }

    /** Every hour of the year, holidays too. */
    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(everyDay(), Set.of(), Map.of(), zone);
    }

    static Map<DayOfWeek, List<Span>> everyDay() {
        return Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(Span.WHOLE_DAY)));
    }

    public boolean isOpen(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        LocalDate day = local.toLocalDate();
        return covers(day, local) || (!hasOwnRule(day) && covers(day.minusDays(1), local));
    }

    /** Whether it is open for so many minutes in all between two moments; hours begin and end on full minutes. */
    public boolean isOpenFor(long minutes, Instant from, Instant to) {
        return Stream.iterate(from, moment -> moment.isBefore(to), moment -> moment.plusSeconds(60))
                        .filter(this::isOpen)
                        .limit(minutes)
                        .count()
                == minutes;
    }

    /** The moment itself while open; else when it opens next; empty when it does not, for years. */
    public Optional<Instant> opensAt(Instant moment) {
        if (isOpen(moment)) {
            return Optional.of(moment);
        }
        LocalDate today = LocalDateTime.ofInstant(moment, zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> beginnings(day).filter(begin -> begin.isAfter(moment) && isOpen(begin)))
                .findFirst();
    }

    /** Moments of a local day at which it may open, in order: the hours' own, and a change of the clock. */
    private Stream<Instant> beginnings(LocalDate day) {
        ZonedDateTime midnight = day.atStartOfDay(zone);
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(midnight.toInstant().minusNanos(1));
        Stream<Instant> changed =
                change == null || !change.getDateTimeBefore().toLocalDate().equals(day)
                        ? Stream.empty()
                        : Stream.of(change.getInstant());
        return Stream.concat(
                        changed,
                        spans(day).stream()
                                .map(span -> span.begins(day).atZone(zone))
                                .flatMap(begin -> Stream.of(begin, begin.withLaterOffsetAtOverlap()))
                                .map(ZonedDateTime::toInstant))
                .sorted();
    }

    private boolean covers(LocalDate day, LocalDateTime local) {
        return spans(day).stream()
                .anyMatch(span -> !local.isBefore(span.begins(day)) && local.isBefore(span.ends(day)));
    }

    private List<Span> spans(LocalDate day) {
        if (exceptions.containsKey(day)) {
            return exceptions.get(day);
        }
        return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private boolean hasOwnRule(LocalDate day) {
        return exceptions.containsKey(day) || holidays.contains(day);
    }
}
