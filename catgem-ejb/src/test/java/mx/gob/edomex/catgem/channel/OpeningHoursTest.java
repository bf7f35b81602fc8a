package mx.gob.edomex.catgem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mx.gob.edomex.catgem.channel.OpeningHours.Span;
import org.junit.jupiter.api.Test;

/** When an entry point is open: named cases, and a slow reference over random calendars in zones that change their clock. */
class OpeningHoursTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final Span DAY = span("08:00", "20:00");
    private static final Span NIGHT = span("22:00", "06:00");

    @Test
    void whoSaysNothingIsAlwaysOpen() {
        OpeningHours hours = OpeningHours.always(MEXICO);
        assertThat(hours.isOpen(at("2026-12-25T03:00"))).isTrue();
        assertThat(hours.opensAt(at("2026-12-25T03:00"))).contains(at("2026-12-25T03:00"));
    }

    @Test
    void theFirstMinuteIsOpenAndTheLastIsNot() {
        OpeningHours hours = weekly(DAY);
        assertThat(hours.isOpen(at("2026-11-27T07:59:59"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-27T08:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-27T19:59:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-27T20:00"))).isFalse();
        assertThat(hours.opensAt(at("2026-11-27T20:00"))).contains(at("2026-11-28T08:00"));
    }

    @Test
    void anEveningThatCrossesMidnightBelongsToTheDayOnWhichItBegins() {
        OpeningHours onlyFriday =
                new OpeningHours(Map.of(DayOfWeek.FRIDAY, List.of(NIGHT)), Set.of(), Map.of(), MEXICO);
        assertThat(onlyFriday.isOpen(at("2026-11-27T23:59"))).isTrue();
        assertThat(onlyFriday.isOpen(at("2026-11-28T05:59"))).isTrue();
        assertThat(onlyFriday.isOpen(at("2026-11-28T06:00"))).isFalse();
        assertThat(onlyFriday.isOpen(at("2026-11-27T05:00"))).isFalse();
    }

    @Test
    void theExceptionGoesBeforeTheHolidayAndTheHolidayBeforeTheWeek() {
        LocalDate christmas = LocalDate.parse("2026-12-25");
        OpeningHours holiday = new OpeningHours(everyDay(DAY), Set.of(christmas), Map.of(), MEXICO);
        OpeningHours both = new OpeningHours(
                everyDay(DAY), Set.of(christmas), Map.of(christmas, List.of(span("10:00", "12:00"))), MEXICO);
        assertThat(holiday.isOpen(at("2026-12-25T11:00"))).isFalse();
        assertThat(holiday.opensAt(at("2026-12-24T20:30"))).contains(at("2026-12-26T08:00"));
        assertThat(both.isOpen(at("2026-12-25T11:00"))).isTrue();
        assertThat(both.isOpen(at("2026-12-25T13:00"))).isFalse();
    }

    @Test
    void aDayWithARuleOfItsOwnEndsTheNightBeforeAtMidnight() {
        OpeningHours hours = new OpeningHours(everyDay(NIGHT), Set.of(LocalDate.parse("2026-12-25")), Map.of(), MEXICO);
        assertThat(hours.isOpen(at("2026-12-24T23:59:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-12-25T00:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-12-25T23:00"))).isFalse();
        assertThat(hours.opensAt(at("2026-12-25T00:00"))).contains(at("2026-12-26T22:00"));
    }

    @Test
    void theTwentyNinthOfFebruaryIsADayAsAnyOther() {
        LocalDate leap = LocalDate.parse("2028-02-29");
        OpeningHours hours =
                new OpeningHours(Map.of(), Set.of(), Map.of(leap, List.of(span("09:00", "10:00"))), MEXICO);
        assertThat(hours.opensAt(at("2026-11-28T00:00"))).contains(at("2028-02-29T09:00"));
        assertThat(hours.isOpen(at("2028-02-29T09:30"))).isTrue();
        assertThat(hours.opensAt(at("2028-02-29T10:00"))).isEmpty();
    }

    @Test
    void whereTheClockGoesForwardTheHourThatIsMissingIsNobodys() {
        ZoneId tijuana = ZoneId.of("America/Tijuana");
        OpeningHours hours = new OpeningHours(everyDay(span("02:00", "03:30")), Set.of(), Map.of(), tijuana);
        Instant before =
                LocalDateTime.parse("2027-03-14T01:59:59").atZone(tijuana).toInstant();
        assertThat(hours.isOpen(before)).isFalse();
        assertThat(hours.opensAt(before)).contains(before.plusSeconds(1));
        assertThat(hours.isOpen(before.plusSeconds(1 + 1800))).isFalse();
    }

    /** Against a reference that goes through the minutes one by one. */
    @Test
    void itAgreesWithAReferenceOverRandomCalendars() {
        Random random = new Random(4);
        List<String> zones = List.of("America/Mexico_City", "America/New_York", "America/Tijuana", "Europe/Madrid");
        for (int i = 0; i < 400; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            // Around a change of the clock, the end of February and the turn of the year.
            LocalDate first = List.of(
                            LocalDate.parse("2027-03-13"),
                            LocalDate.parse("2026-10-31"),
                            LocalDate.parse("2028-02-27"),
                            LocalDate.parse("2026-12-30"),
                            LocalDate.parse("2027-03-27"))
                    .get(random.nextInt(5));
            OpeningHours hours = random(random, zone, first);
            Instant start = first.atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            Optional<Instant> opens = hours.opensAt(start);
            Instant expected = null;
            for (int minute = 0; minute < 3 * 24 * 60; minute++) {
                Instant moment = start.plus(Duration.ofMinutes(minute));
                boolean open = isOpenByReference(hours, moment);
                assertThat(hours.isOpen(moment)).as("%s at %s", hours, moment).isEqualTo(open);
                if (open && expected == null) {
                    expected = moment;
                }
            }
            if (expected != null) {
                assertThat(opens).as("%s from %s", hours, start).contains(expected);
            } else if (opens.isPresent()) {
                assertThat(opens.get()).isAfterOrEqualTo(start.plus(Duration.ofDays(3)));
            }
        }
    }

    /** Which day's rule a local minute belongs to, said the long way round. */
    private static boolean isOpenByReference(OpeningHours hours, Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, hours.zone());
        int minute = local.getHour() * 60 + local.getMinute();
        LocalDate today = local.toLocalDate();
        boolean own = hours.exceptions().containsKey(today) || hours.holidays().contains(today);
        for (Span span : of(hours, today)) {
            int from = minutes(span.opens());
            int to = minutes(span.closes());
            if (from < to ? minute >= from && minute < to : minute >= from) {
                return true;
            }
        }
        if (own) {
            return false;
        }
        for (Span span : of(hours, today.minusDays(1))) {
            if (minutes(span.closes()) <= minutes(span.opens()) && minute < minutes(span.closes())) {
                return true;
            }
        }
        return false;
    }

    private static List<Span> of(OpeningHours hours, LocalDate day) {
        if (hours.exceptions().containsKey(day)) {
            return hours.exceptions().get(day);
        }
        return hours.holidays().contains(day) ? List.of() : hours.week().getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static OpeningHours random(Random random, ZoneId zone, LocalDate first) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, spans(random));
        }
        Set<LocalDate> holidays = new HashSet<>();
        Map<LocalDate, List<Span>> exceptions = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            if (random.nextInt(4) == 0) {
                holidays.add(first.plusDays(i));
            }
            if (random.nextInt(4) == 0) {
                exceptions.put(first.plusDays(i), spans(random));
            }
        }
        return new OpeningHours(week, holidays, exceptions, zone);
    }

    private static List<Span> spans(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            spans.add(new Span(
                    LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)),
                    LocalTime.of(random.nextInt(24), 30 * random.nextInt(2))));
        }
        return spans;
    }

    private static OpeningHours weekly(Span span) {
        return new OpeningHours(everyDay(span), Set.of(), Map.of(), MEXICO);
    }

    private static Map<DayOfWeek, List<Span>> everyDay(Span span) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(span));
        }
        return week;
    }

    private static Span span(String opens, String closes) {
        return new Span(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MEXICO).toInstant();
    }
}
