package mx.gob.edomex.catgem.workforce;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.TimeSpan;

/**
 * How the hours of a day are covered. Averages over the hour: ten people for half of it are five.
 *
 * @param stays real presence so far
 * @param needs net positions by weekday × 24 + hour, Monday first
 * @param shrinkage share of paid time that is not spent ready to attend, 0 to 1
 */
record Coverage(
        List<Duty> duties, List<Stay> stays, Map<Integer, Integer> needs, double shrinkage, Instant now, ZoneId zone) {

    /** One entry an hour that the local day has: 23 or 25 where the clock changes. */
    List<RosterWeek.Hour> of(LocalDate date) {
        LocalDay day = new LocalDay(date, zone);
        return new TimeSpan(day.start(), day.end())
                .cutByInterval(60, zone).stream().map(this::hour).toList();
    }

    private RosterWeek.Hour hour(TimeSpan hour) {
        ZonedDateTime local = hour.from().atZone(zone);
        double planned = average(duties.stream().map(duty -> duty.span(zone)), hour);
        int need = needs.getOrDefault((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour(), 0);
        return new RosterWeek.Hour(local.getHour(), planned, planned * (1 - shrinkage), need, present(hour));
    }

    /** An hour that has begun counts as far as it went. */
    private Double present(TimeSpan hour) {
        return hour.common(new TimeSpan(Instant.EPOCH, now))
                .map(passed -> average(
                        stays.stream()
                                .filter(stay -> stay.presence() != Presence.OFFLINE)
                                .map(Stay::span),
                        passed))
                .orElse(null);
    }

    private static double average(Stream<TimeSpan> spans, TimeSpan hour) {
        long sum = spans.map(span -> span.common(hour))
                .flatMap(Optional::stream)
                .map(TimeSpan::length)
                .mapToLong(Duration::toMillis)
                .sum();
        return (double) sum / hour.length().toMillis();
    }

    /** Hours in a row that lack people in the same degree. */
    static List<RosterWeek.Gap> gaps(List<RosterWeek.Day> days) {
        List<RosterWeek.Gap> gaps = new ArrayList<>();
        for (RosterWeek.Day day : days) {
            RosterWeek.Gap open = null;
            for (RosterWeek.Hour hour : day.hours()) {
                boolean lacks = hour.level() != RosterWeek.Level.COVERED;
                if (open != null && lacks && open.level() == hour.level() && open.need() == hour.need()) {
                    open = new RosterWeek.Gap(
                            day.day(),
                            open.fromHour(),
                            hour.hour() + 1,
                            hour.level(),
                            Math.min(open.net(), hour.net()),
                            hour.need());
                    gaps.set(gaps.size() - 1, open);
                } else {
                    open = lacks
                            ? new RosterWeek.Gap(
                                    day.day(), hour.hour(), hour.hour() + 1, hour.level(), hour.net(), hour.need())
                            : null;
                    if (open != null) {
                        gaps.add(open);
                    }
                }
            }
        }
        return gaps;
    }
}
