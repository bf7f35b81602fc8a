package mx.gob.edomex.catgem.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.shared.TimeSpan;
import org.junit.jupiter.api.Test;

class AdherenceTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final Shift NIGHT = new Shift("NIGHT", "Nocturno", "Night", LocalTime.of(23, 0), LocalTime.of(7, 0));
    private static final Instant START = Instant.parse("2026-03-03T13:00:00Z"); // 07:00 local
    private static final TimeSpan PLAN = new TimeSpan(START, START.plus(Duration.ofHours(8)));
    private static final Map<String, Integer> ALLOWED = Map.of("MEAL", 30);

    @Test
    void aNightShiftBelongsToTheDayItStarts() {
        LocalDate day = LocalDate.of(2026, 3, 3);
        assertThat(NIGHT.on(day, MEXICO))
                .isEqualTo(new TimeSpan(Instant.parse("2026-03-04T05:00:00Z"), Instant.parse("2026-03-04T13:00:00Z")));
    }

    /** In 2015 the clock went forward on 5 April and back on 25 October. */
    @Test
    void aNightWithAClockChangeIsAnHourShorterOrLonger() {
        assertThat(NIGHT.on(LocalDate.of(2015, 4, 4), MEXICO).length()).isEqualTo(Duration.ofHours(7));
        assertThat(NIGHT.on(LocalDate.of(2015, 10, 24), MEXICO).length()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void whatIsAsPlannedIsCountedAndABreakOnlyAsLongAsItMayBe() {
        Adherence day = Adherence.of(
                List.of(PLAN),
                List.of(
                        stay(-10, 12, Presence.OFFLINE, null),
                        stay(12, 240, Presence.AVAILABLE, null),
                        stay(240, 285, Presence.AUXILIARY, "MEAL"),
                        stay(285, 290, Presence.NOT_RESPONDING, null),
                        stay(290, 500, Presence.AVAILABLE, null)),
                ALLOWED,
                START.plus(Duration.ofHours(9)));
        assertThat(day.planned()).isEqualTo(Duration.ofHours(8));
        assertThat(day.late()).isEqualTo(Duration.ofMinutes(12));
        assertThat(day.present()).isEqualTo(Duration.ofMinutes(468));
        assertThat(day.adherent()).isEqualTo(Duration.ofMinutes(228 + 30 + 190));
        assertThat(day.outside()).isEqualTo(Duration.ofMinutes(20));
        assertThat(day.percent()).isEqualTo(93);
    }

    @Test
    void theFutureIsNobodysFault() {
        Adherence soFar = Adherence.of(
                List.of(PLAN),
                List.of(stay(0, 60, Presence.AVAILABLE, null)),
                ALLOWED,
                START.plus(Duration.ofMinutes(60)));
        assertThat(soFar.percent()).isEqualTo(100);
        assertThat(Adherence.of(List.of(PLAN), List.of(), ALLOWED, START.minusSeconds(60))
                        .percent())
                .isNull();
    }

    @Test
    void whoNeverCameIsLateForTheWholeShift() {
        Adherence day = Adherence.of(List.of(PLAN), List.of(), ALLOWED, START.plus(Duration.ofDays(1)));
        assertThat(day.late()).isEqualTo(Duration.ofHours(8));
        assertThat(day.percent()).isZero();
    }

    /** Time cut at any boundary adds up, and nothing is more than what it is part of. */
    @Test
    void partsAddUpAndStayWithinTheWhole() {
        Random random = new Random(48);
        for (int i = 0; i < 500; i++) {
            List<Stay> stays = stays(random);
            Instant now = START.plus(Duration.ofMinutes(random.nextInt(700)));
            Adherence whole = Adherence.of(List.of(PLAN), stays, Map.of(), now);
            assertThat(whole.adherent()).isLessThanOrEqualTo(whole.present());
            assertThat(whole.present()).isLessThanOrEqualTo(whole.planned());
            Instant boundary = START.plus(Duration.ofMinutes(1 + random.nextInt(470)));
            List<Adherence> parts = PLAN.cutAt(List.of(boundary)).stream()
                    .map(part -> Adherence.of(List.of(part), cut(stays, boundary), Map.of(), now))
                    .toList();
            assertThat(parts.get(0).planned().plus(parts.get(1).planned())).isEqualTo(whole.planned());
            assertThat(parts.get(0).present().plus(parts.get(1).present())).isEqualTo(whole.present());
            assertThat(parts.get(0).adherent().plus(parts.get(1).adherent())).isEqualTo(whole.adherent());
        }
    }

    @Test
    void coverageIsAnAverageOfTheHourAndGapsAreTold() {
        LocalDate day = LocalDate.of(2026, 3, 3);
        List<Duty> duties = IntStream.range(0, 10)
                .mapToObj(n -> new Duty("a" + n, day, NIGHT))
                .toList();
        Map<Integer, Integer> needs = Map.of(24 + 21, 0, 24 + 22, 5, 24 + 23, 5, 48, 8);
        List<RosterWeek.Hour> hours = new Coverage(duties, List.of(), needs, 0.3, START, MEXICO).of(day);
        assertThat(hours).hasSize(24);
        assertThat(hours.get(22).level()).isEqualTo(RosterWeek.Level.UNCOVERED);
        assertThat(hours.get(23).planned()).isEqualTo(10);
        assertThat(hours.get(23).level()).isEqualTo(RosterWeek.Level.COVERED);
        List<RosterWeek.Hour> next = new Coverage(duties, List.of(), needs, 0.3, START, MEXICO).of(day.plusDays(1));
        assertThat(next.get(0).level()).isEqualTo(RosterWeek.Level.SHORT);
        assertThat(Coverage.gaps(List.of(new RosterWeek.Day(day, hours), new RosterWeek.Day(day.plusDays(1), next))))
                .extracting(RosterWeek.Gap::fromHour, RosterWeek.Gap::toHour, RosterWeek.Gap::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(22, 23, RosterWeek.Level.UNCOVERED),
                        org.assertj.core.groups.Tuple.tuple(0, 1, RosterWeek.Level.SHORT));
    }

    private static List<Stay> cut(List<Stay> stays, Instant boundary) {
        return stays.stream()
                .flatMap(stay -> stay.span().cutAt(List.of(boundary)).stream()
                        .map(part -> new Stay(stay.username(), part, stay.presence(), stay.reason())))
                .toList();
    }

    private static Presence any(Random random) {
        List<Presence> all = List.of(Presence.values());
        return all.get(random.nextInt(all.size()));
    }

    private static List<Stay> stays(Random random) {
        List<Stay> stays = new ArrayList<>();
        for (int at = -100; at < 600; ) {
            int end = at + 1 + random.nextInt(120);
            stays.add(stay(at, end, any(random), "MEAL"));
            at = end;
        }
        return stays;
    }

    private static Stay stay(int from, int to, Presence presence, String reason) {
        return new Stay(
                "a",
                new TimeSpan(START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to))),
                presence,
                reason);
    }
}
