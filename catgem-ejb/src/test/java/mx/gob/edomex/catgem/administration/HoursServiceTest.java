package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursServiceTest {

    private static final String CHAT = "CHAT_WEB";
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-27T18:00:00Z");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final AdministrationFixture administration = new AdministrationFixture(persistence, centre);
    private final HoursService service = administration.hours;

    @BeforeEach
    void alwaysOpenAtNoon() throws SQLException {
        administration.is("supervisora", "supervisor");
        centre.time.set(FRIDAY_NOON);
        persistence
                .database()
                .execute("delete from opening_exception; delete from opening_week;"
                        + " update entry_point set always_open = true, keeps_holidays = false;"
                        + " update contact set state = 'FAILED', closed_at = now() where closed_at is null");
    }

    @Test
    void onlyASupervisorChangesHours() {
        assertThat(HoursService.class.getAnnotation(RolesAllowed.class).value()).containsExactly(Roles.SUPERVISOR);
    }

    @Test
    void aWeekIsSavedReadBackAndOnRecord() {
        save(week("08:00-14:00, 15:00-20:00"));
        assertThat(form().week()).containsEntry(DayOfWeek.FRIDAY, "08:00-14:00, 15:00-20:00");
        assertThat(card().open()).isTrue();
        assertThat(administration.lastEvent())
                .startsWith("ADMIN_HOURS_CHANGED supervisora")
                .contains("\"alwaysOpen.from\": \"true\"", "FRI.0800-1400:FRI.1500-2000");
        centre.time.set(Instant.parse("2026-11-27T20:30:00Z"));
        assertThat(card().open()).isFalse();
        assertThat(card().opensAt()).isEqualTo(Instant.parse("2026-11-27T21:00:00Z"));
    }

    @Test
    void midnightAtTheEndOfADayStaysAsItWasTyped() {
        save(week("18:00-24:00"));
        assertThat(form().week()).containsEntry(DayOfWeek.MONDAY, "18:00-24:00");
        String before = administration.count();
        save(form());
        assertThat(administration.count()).as("nothing changed").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8-14",
                "25:00-26:00",
                "08:00-14:00, 13:00-20:00",
                "22:00-02:00, 23:00-24:00",
                "siempre",
                "08:60-09:00"
            })
    void hoursThatCannotBeReadAreRefusedAndNothingIsChanged(String line) {
        HoursForm before = form();
        assertThatThrownBy(() -> save(week(line))).isInstanceOf(HoursRefused.class);
        assertThatThrownBy(() -> centre.run(() -> service.effect(CHAT, week(line))))
                .isInstanceOf(HoursRefused.class);
        assertThat(form()).isEqualTo(before);
    }

    @Test
    void aWeekWithoutAnyHourIsRefused() {
        assertThatThrownBy(() -> save(week(""))).isInstanceOf(HoursRefused.class);
    }

    @Test
    void anEntryPointThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> centre.run(() -> service.save("FAX", "", week("08:00-14:00"))))
                .isInstanceOf(HoursRefused.class);
        assertThatThrownBy(() -> centre.run(() -> service.except("FAX", "2026-12-01", "", "Mudanza")))
                .isInstanceOf(ExceptionRefused.class);
    }

    @Test
    void whoSavesWhatSomebodyElseChangedIsTold() {
        String seen = form().mark();
        save(week("08:00-14:00"));
        assertThatThrownBy(() -> centre.run(() -> service.save(CHAT, seen, week("09:00-10:00"))))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(form().week()).containsEntry(DayOfWeek.FRIDAY, "08:00-14:00");
    }

    @Test
    void whatItWouldDoIsSaidBeforeItIsDone() {
        centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", FRIDAY_NOON);
        HoursService.Effect effect = centre.does(() -> service.effect(CHAT, week("14:00-20:00")));
        assertThat(effect).isEqualTo(new HoursService.Effect(true, false, Instant.parse("2026-11-27T20:00:00Z"), 1));
        assertThat(card().open()).as("nothing was saved").isTrue();
    }

    @Test
    void oneDayIsClosedOrHasOtherHoursAndIsGivenBack() {
        except("2026-11-27", "", "Mantenimiento");
        assertThat(card().open()).isFalse();
        assertThat(administration.lastEvent()).startsWith("ADMIN_EXCEPTION_SET").contains("CLOSED", "2026-11-27");
        except("2026-11-27", "9:00-18:00", "Mantenimiento, más corto");
        assertThat(card().open()).isTrue();
        assertThat(card().exceptions())
                .containsExactly(new HoursCard.ExceptionLine(
                        LocalDate.parse("2026-11-27"), "09:00-18:00", "Mantenimiento, más corto", false));
        centre.run(() -> service.removeException(CHAT, "2026-11-27"));
        assertThat(card().exceptions()).isEmpty();
        assertThat(administration.lastEvent()).startsWith("ADMIN_EXCEPTION_REMOVED");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, Ayer", "2026-02-30, Nunca", "'', Sin día", "2026-12-01, ''", "2026-12-01, '  '"})
    void anExceptionNeedsADayThatComesAndAReason(String day, String note) {
        assertThatThrownBy(() -> except(day, "", note)).isInstanceOf(ExceptionRefused.class);
    }

    @Test
    void aHolidayClosesWhoKeepsHolidaysOnly() {
        centre.run(() -> service.addHoliday("2026-11-27", "Fiesta", "Feast"));
        assertThat(administration.lastEvent()).startsWith("ADMIN_HOLIDAY_SET");
        assertThat(card().open()).isTrue();
        save(new HoursForm(true, true, Map.of()));
        assertThat(card().open()).isFalse();
        assertThat(card().opensAt()).isEqualTo(Instant.parse("2026-11-28T06:00:00Z"));
        centre.run(() -> service.removeHoliday("2026-11-27"));
        assertThat(card().open()).isTrue();
    }

    @Test
    void aHolidayNeedsADayAndBothNames() {
        for (String[] typed : new String[][] {
            {"", "Fiesta", "Feast"},
            {"2026-13-01", "Fiesta", "Feast"},
            {"2026-12-12", " ", "Feast"},
            {"2026-12-12", "Fiesta", null}
        }) {
            assertThatThrownBy(() -> centre.run(() -> service.addHoliday(typed[0], typed[1], typed[2])))
                    .isInstanceOf(HolidayRefused.class);
        }
    }

    @Test
    void removingADayThatIsNoneDoesNothing() {
        String before = administration.count();
        centre.run(() -> service.removeException(CHAT, "mañana"));
        centre.run(() -> service.removeHoliday(null));
        assertThat(administration.count()).isEqualTo(before);
    }

    private HoursForm form() {
        return centre.does(() -> service.form(CHAT));
    }

    private HoursCard card() {
        return centre.does(() -> service.list(Language.ES)).stream()
                .filter(card -> card.code().equals(CHAT))
                .findFirst()
                .orElseThrow();
    }

    private void save(HoursForm typed) {
        String seen = form().mark();
        centre.run(() -> service.save(CHAT, seen, typed));
    }

    private void except(String day, String hours, String note) {
        centre.run(() -> service.except(CHAT, day, hours, note));
    }

    private static HoursForm week(String line) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, line);
        }
        return new HoursForm(false, false, week);
    }
}
