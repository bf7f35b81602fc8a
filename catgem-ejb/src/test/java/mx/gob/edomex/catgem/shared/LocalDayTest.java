package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalDayTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    @Test
    void theLastSecondBelongsToTheDayThatEndsAndMidnightToTheNext() {
        Instant lastSecond = Instant.parse("2026-03-03T05:59:59Z"); // 23:59:59 on the 2nd in Toluca
        Instant midnight = Instant.parse("2026-03-03T06:00:00Z"); // 00:00:00 on the 3rd

        LocalDay second = LocalDay.of(lastSecond, MEXICO);
        LocalDay third = LocalDay.of(midnight, MEXICO);

        assertThat(second.date()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(third.date()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(second.contains(lastSecond)).isTrue();
        assertThat(second.contains(lastSecond.plusNanos(999_999_999))).isTrue();
        assertThat(second.contains(midnight)).isFalse();
        assertThat(third.contains(midnight)).isTrue();
        assertThat(second.end()).isEqualTo(third.start()).isEqualTo(midnight);
        assertThat(second).isLessThan(third);
    }

    @Test
    void aDayWithAClockChangeHasItsOwnLength() {
        LocalDay springForward = new LocalDay(LocalDate.of(2016, 4, 3), MEXICO);
        LocalDay today = new LocalDay(LocalDate.of(2026, 4, 5), MEXICO);

        assertThat(Duration.between(springForward.start(), springForward.end())).isEqualTo(Duration.ofHours(23));
        assertThat(Duration.between(today.start(), today.end())).isEqualTo(Duration.ofHours(24));
    }
}
