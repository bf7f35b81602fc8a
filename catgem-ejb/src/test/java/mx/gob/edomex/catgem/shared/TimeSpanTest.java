package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSpanTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    @Test
    void piecesAddUpToTheWholeAndNoneCrossesABoundary() {
        Random random = new Random(20260303);
        for (int i = 0; i < 3_000; i++) {
            TimeSpan span = span(random);
            List<Instant> boundaries = Stream.generate(() -> instant(random))
                    .limit(random.nextInt(6))
                    .toList();
            List<TimeSpan> pieces = span.cutAt(boundaries);
            assertWhole(span, pieces);
            assertThat(pieces).allSatisfy(piece -> assertThat(boundaries)
                    .noneMatch(boundary -> boundary.isAfter(piece.from()) && boundary.isBefore(piece.to())));
        }
    }

    /** 2014 to 2016 had clock changes; the pieces of every day and interval still add up. */
    @Test
    void daysAndIntervalsAddUpAlsoWhereTheClockChanges() {
        Random random = new Random(2014);
        for (int i = 0; i < 1_000; i++) {
            TimeSpan span = span(random);
            int minutes = List.of(15, 30, 60).get(random.nextInt(3));
            List<TimeSpan> intervals = span.cutByInterval(minutes, MEXICO);
            assertWhole(span, span.cutByDay(MEXICO));
            assertWhole(span, intervals);
            assertThat(span.cutByDay(MEXICO)).allSatisfy(piece -> assertThat(LocalDay.of(piece.from(), MEXICO))
                    .isEqualTo(LocalDay.of(piece.to().minusNanos(1), MEXICO)));
            assertThat(intervals)
                    .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(Duration.ofMinutes(minutes)));
            assertThat(intervals.stream().skip(1).map(TimeSpan::from))
                    .allSatisfy(at -> assertThat(LocalTime.ofInstant(at, MEXICO).toSecondOfDay() % (minutes * 60))
                            .isZero());
        }
    }

    @Test
    void theLastSecondOfADayIsOfThatDayAndMidnightOfTheNext() {
        Instant midnight = ZonedDateTime.parse("2026-03-03T00:00-06:00").toInstant();
        List<TimeSpan> days = new TimeSpan(midnight.minusSeconds(1), midnight.plusSeconds(1)).cutByDay(MEXICO);
        assertThat(days)
                .containsExactly(
                        new TimeSpan(midnight.minusSeconds(1), midnight),
                        new TimeSpan(midnight, midnight.plusSeconds(1)));
        assertThat(new TimeSpan(midnight, midnight).cutByDay(MEXICO)).isEmpty();
    }

    @Test
    void spansThatOnlyTouchHaveNothingInCommon() {
        Instant noon = Instant.parse("2026-03-03T18:00:00Z");
        TimeSpan before = new TimeSpan(noon.minusSeconds(60), noon);
        assertThat(before.common(new TimeSpan(noon, noon.plusSeconds(60)))).isEmpty();
        assertThat(before.common(new TimeSpan(noon.minusSeconds(10), noon.plusSeconds(60))))
                .contains(new TimeSpan(noon.minusSeconds(10), noon));
    }

    private static void assertWhole(TimeSpan span, List<TimeSpan> pieces) {
        assertThat(pieces).noneMatch(TimeSpan::isEmpty);
        assertThat(pieces.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(span.length());
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
        }
        if (!span.isEmpty()) {
            assertThat(pieces.get(0).from()).isEqualTo(span.from());
            assertThat(pieces.get(pieces.size() - 1).to()).isEqualTo(span.to());
        }
    }

    private static TimeSpan span(Random random) {
        Instant from = instant(random);
        return new TimeSpan(
                from, from.plusMillis(random.nextLong(Duration.ofDays(3).toMillis())));
    }

    private static Instant instant(Random random) {
        // Around the spring clock change of 2015.
        return Instant.parse("2015-04-03T00:00:00Z")
                .plusMillis(random.nextLong(Duration.ofDays(6).toMillis()));
    }
}
