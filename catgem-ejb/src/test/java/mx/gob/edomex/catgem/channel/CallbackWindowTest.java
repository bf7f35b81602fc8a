package mx.gob.edomex.catgem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Windows a citizen may ask for, in their own time zone. */
class CallbackWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z"); // noon in Mexico
    private final CallbackPolicy policy = CallbackPolicy.STANDARD;

    @Test
    void theHoursAreThoseOfTheCitizensClock() {
        assertThat(window("2026-11-27", "16:00", "18:00", "America/Los_Angeles").from())
                .isEqualTo(Instant.parse("2026-11-28T00:00:00Z"));
        assertThat(window("2026-11-27", "16:00", "18:00", "America/Mexico_City").from())
                .isEqualTo(Instant.parse("2026-11-27T22:00:00Z"));
    }

    @Test
    void whatIsPastOfItIsCutOff() {
        CallbackWindow kept = policy.checked(window("2026-11-27", "10:00", "14:00", "America/Mexico_City"), NOW);
        assertThat(kept.from()).isEqualTo(NOW);
        assertThat(kept.to()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void everyWindowThatCannotBeKeptIsRefusedByItsOwnRule() {
        assertThatThrownBy(() -> check("2026-11-27", "09:00", "11:00")).isInstanceOf(WindowInThePast.class);
        assertThatThrownBy(() -> check("2026-11-27", "09:00", "12:29")).isInstanceOf(WindowInThePast.class);
        assertThatThrownBy(() -> check("2026-11-27", "16:00", "16:29")).isInstanceOf(WindowTooShort.class);
        assertThatThrownBy(() -> check("2026-11-27", "16:00", "15:00")).isInstanceOf(WindowTooShort.class);
        assertThatThrownBy(() -> check("2026-11-28", "07:00", "09:00")).isInstanceOf(WindowOutsideHours.class);
        assertThatThrownBy(() -> check("2026-11-28", "20:00", "22:00")).isInstanceOf(WindowOutsideHours.class);
        assertThatThrownBy(() -> check("2026-11-28", "07:00", "21:00")).isInstanceOf(WindowTooLong.class);
        assertThatThrownBy(() -> check("2026-12-25", "10:00", "12:00")).isInstanceOf(WindowTooFar.class);
        assertThat(check("2026-11-28", "08:00", "21:00").to()).isEqualTo(Instant.parse("2026-11-29T03:00:00Z"));
    }

    @Test
    void aZoneIsARegionOfTheWorld() {
        for (String none : new String[] {null, "", "Mexico", "+01:00", "America/Nowhere", "../etc"}) {
            assertThatThrownBy(() -> CallbackWindow.zone(none)).as("%s", none).isInstanceOf(TimeZoneUnknown.class);
        }
    }

    @Test
    void theNextDayHasTheSameHoursAlsoWhereTheClockChanges() {
        CallbackWindow saturday = window("2027-03-13", "16:00", "18:00", "America/New_York");
        assertThat(saturday.nextDay()).isEqualTo(window("2027-03-14", "16:00", "18:00", "America/New_York"));
        assertThat(Duration.between(saturday.from(), saturday.nextDay().from())).hasHours(23);
    }

    @Test
    void anAttemptFallsIntoTheWindowOrIntoThatOfAnotherDay() {
        CallbackWindow today = window("2026-11-27", "16:00", "18:00", "America/Mexico_City");
        Instant early = Instant.parse("2026-11-27T20:00:00Z");
        Instant inside = Instant.parse("2026-11-27T23:00:00Z");
        Instant late = Instant.parse("2026-11-28T00:00:00Z");
        assertThat(today.reaching(early).within(early)).isEqualTo(today.from());
        assertThat(today.reaching(inside).within(inside)).isEqualTo(inside);
        assertThat(today.reaching(late)).isEqualTo(today.nextDay());
        assertThat(today.reaching(late).within(late)).isEqualTo(today.nextDay().from());
    }

    @Test
    void aNumberIsReadAsPeopleWriteItAndWrittenAsPeopleReadIt() {
        assertThat(CallbackWish.number("044 722 123 4567").written()).isEqualTo("722 123 4567");
        assertThat(CallbackWish.number("55-1234-5678").written()).isEqualTo("55 1234 5678");
        assertThat(CallbackWish.number("+1 312 555 0142").written()).isEqualTo("+1 (312) 555-0142");
        for (String none : new String[] {null, "", "070", "abc", "722 12", "911"}) {
            assertThatThrownBy(() -> CallbackWish.number(none)).as("%s", none).isInstanceOf(NumberNotValid.class);
        }
    }

    private CallbackWindow check(String day, String from, String to) {
        return policy.checked(window(day, from, to, "America/Mexico_City"), NOW);
    }

    private static CallbackWindow window(String day, String from, String to, String zone) {
        return CallbackWindow.of(LocalDate.parse(day), LocalTime.parse(from), LocalTime.parse(to), zone);
    }
}
