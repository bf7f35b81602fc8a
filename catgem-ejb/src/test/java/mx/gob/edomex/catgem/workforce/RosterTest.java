package mx.gob.edomex.catgem.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    /** A Monday far from the weeks that the try-out brings. */
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    private final MovingClock clock = new MovingClock(Instant.parse("2031-03-04T18:00:00Z"));
    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return "asesora01";
        }

        @Override
        public boolean has(String role) {
            return true;
        }
    };
    private final EventLedger ledger = persistence.wire(new EventLedger(), clock);
    private final Roster roster = persistence.wire(new Roster());
    private final Installation installation = persistence.wire(new Installation());
    private final RosterService service =
            persistence.wire(new RosterService(), roster, installation, ledger, staff, clock);
    private final RosterQueries queries =
            persistence.wire(new RosterQueries(), roster, persistence.wire(new PresenceHistory()), installation, clock);
    private final OwnShift own = persistence.wire(new OwnShift(), roster, installation, staff, clock);

    @Test
    void theTryOutCoversEveryHourOfTheWeekWith48PeopleOf40Hours() throws Exception {
        String monday = persistence.database().value("select min(day) from duty where day < '2030-01-01'");
        RosterWeek week = persistence.inTransaction(
                () -> queries.week(LocalDate.parse(monday).plusDays(9)));
        assertThat(week.rows().stream().filter(row -> row.username().startsWith("asesora")))
                .hasSize(48)
                .allSatisfy(row -> assertThat(row.hours()).isEqualTo(40));
        assertThat(week.days()).allSatisfy(day -> assertThat(day.hours())
                .allSatisfy(hour -> assertThat(hour.level()).isEqualTo(RosterWeek.Level.COVERED)));
        double net = week.days().stream()
                .flatMap(day -> day.hours().stream())
                .mapToDouble(RosterWeek.Hour::net)
                .average()
                .orElse(0);
        assertThat(net).isBetween(7.9, 8.1);
    }

    @Test
    void nobodyWorksTwoShiftsAtATimeAlsoNotAcrossMidnight() {
        LocalDate day = MONDAY.plusDays(70);
        persistence.inTransaction(() -> service.assign("asesora02", day, "NIGHT"));
        persistence.inTransaction(() -> service.assign("asesora02", day.plusDays(1), "MORNING"));
        assertThatThrownBy(() -> persistence.inTransaction(() -> service.assign("asesora02", day, "NIGHT")))
                .isInstanceOf(DutyOverlaps.class);
        persistence.inTransaction(() -> sql(
                "insert into shift (code, name_es, name_en, starts, ends) values ('EARLY', 'Madrugada', 'Early', '05:00', '06:30')"
                        + " on conflict do nothing"));
        assertThatThrownBy(() -> persistence.inTransaction(() -> service.assign("asesora02", day.plusDays(1), "EARLY")))
                .as("the night of the day before lasts until seven")
                .isInstanceOf(DutyOverlaps.class);
        persistence.inTransaction(() -> sql("update shift set active = false where code = 'EARLY'"));
        assertThatThrownBy(() -> persistence.inTransaction(() -> service.assign("asesora02", day, "EARLY")))
                .isInstanceOf(ShiftUnknown.class);
        assertThatThrownBy(() -> persistence.inTransaction(() -> service.assign("supervisora", day, "NIGHT")))
                .isInstanceOf(NotAnAdvisor.class);
    }

    @Test
    void aShiftIsDefinedOnceAndRetiredWithoutTakingItFromWhoHasIt() {
        Shift dawn = new Shift("DAWN", "Madrugada", "Dawn", LocalTime.of(22, 30), LocalTime.of(6, 30));
        persistence.inTransaction(() -> service.define(dawn));
        for (Shift wrong : List.of(
                dawn,
                new Shift("dawn", "a", "a", LocalTime.of(1, 0), LocalTime.of(2, 0)),
                new Shift("DAWN2", " ", "a", LocalTime.of(1, 0), LocalTime.of(2, 0)),
                new Shift("DAWN3", "a", "a", LocalTime.of(1, 0), LocalTime.of(1, 0)))) {
            assertThatThrownBy(() -> persistence.inTransaction(() -> service.define(wrong)))
                    .isInstanceOf(ShiftNotValid.class);
        }
        LocalDate day = MONDAY.plusDays(350);
        persistence.inTransaction(() -> service.assign("asesora06", day, "DAWN"));
        persistence.inTransaction(() -> service.retire("DAWN"));
        assertThat(persistence.inTransaction(() -> roster.dutiesOf("asesora06", day, day)))
                .singleElement()
                .satisfies(duty -> assertThat(duty.shift()).isEqualTo(dawn));
        assertThatThrownBy(() -> persistence.inTransaction(() -> service.assign("asesora07", day, "DAWN")))
                .isInstanceOf(ShiftUnknown.class);
    }

    @Test
    void aWeekIsCopiedOnceOntoAnEmptyOne() {
        LocalDate first = MONDAY.plusDays(140);
        persistence.inTransaction(() -> service.assign("asesora03", first, "MORNING"));
        persistence.inTransaction(() -> service.assign("asesora04", first.plusDays(6), "NIGHT"));
        assertThat(persistence.inTransaction(() -> service.copyLastWeek(first.plusDays(7))))
                .isEqualTo(2);
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    service.copyLastWeek(first.plusDays(7));
                }))
                .isInstanceOf(WeekNotEmpty.class);
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    service.copyLastWeek(first.plusDays(63));
                }))
                .isInstanceOf(WeekEmpty.class);
        RosterWeek week = persistence.inTransaction(() -> queries.week(first.plusDays(10)));
        assertThat(week.monday()).isEqualTo(first.plusDays(7));
        assertThat(week.gaps()).anySatisfy(gap -> assertThat(gap.level()).isEqualTo(RosterWeek.Level.UNCOVERED));
        persistence.inTransaction(() -> service.release("asesora03", first.plusDays(7), "MORNING"));
        assertThat(persistence.inTransaction(() -> roster.dutiesOf("asesora03", first.plusDays(7), first.plusDays(7))))
                .isEmpty();
    }

    @Test
    void theDeskShowsTheShiftThatRunsAndThenTheNext() {
        LocalDate day = MONDAY.plusDays(210);
        persistence.inTransaction(() -> service.assign("asesora01", day, "NIGHT"));
        persistence.inTransaction(() -> service.assign("asesora01", day.plusDays(2), "NIGHT"));
        clock.set(day.plusDays(1)
                .atTime(3, 0)
                .atZone(ZoneId.of("America/Mexico_City"))
                .toInstant());
        assertThat(persistence.inTransaction(own::currentOrNext)).hasValueSatisfying(planned -> {
            assertThat(planned.running()).isTrue();
            assertThat(planned.day()).as("a night belongs to the day it starts").isEqualTo(day);
        });
        clock.pass(Duration.ofHours(5));
        assertThat(persistence.inTransaction(own::currentOrNext))
                .hasValueSatisfying(planned -> assertThat(planned.day()).isEqualTo(day.plusDays(2)));
    }

    @Test
    void plannedAndRealTimeMeetInTheAdherenceOfADay() {
        LocalDate day = MONDAY.plusDays(280);
        persistence.inTransaction(() -> service.assign("asesora05", day, "NIGHT"));
        Instant start =
                day.atTime(23, 0).atZone(ZoneId.of("America/Mexico_City")).toInstant();
        presence("asesora05", start.plus(Duration.ofMinutes(6)), "OFFLINE", "AVAILABLE", null);
        presence("asesora05", start.plus(Duration.ofMinutes(126)), "AVAILABLE", "AUXILIARY", "MEAL");
        presence("asesora05", start.plus(Duration.ofMinutes(166)), "AUXILIARY", "AVAILABLE", null);
        clock.set(start.plus(Duration.ofMinutes(200)));
        assertThat(persistence.inTransaction(() -> queries.adherence(day)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.adherence().planned()).isEqualTo(Duration.ofMinutes(200));
                    assertThat(line.adherence().late()).isEqualTo(Duration.ofMinutes(6));
                    assertThat(line.adherence().present()).isEqualTo(Duration.ofMinutes(194));
                    assertThat(line.adherence().adherent()).isEqualTo(Duration.ofMinutes(120 + 30 + 34));
                });
        RosterWeek week = persistence.inTransaction(() -> queries.week(day));
        List<RosterWeek.Hour> hours =
                week.days().get(day.getDayOfWeek().getValue() - 1).hours();
        assertThat(hours.get(23).planned()).isEqualTo(1);
        assertThat(hours.get(23).present()).isEqualTo(0.9);
        assertThat(persistence.inTransaction(queries::onNow))
                .filteredOn(one -> one.username().equals("asesora05"))
                .singleElement()
                .satisfies(one -> assertThat(one.missing())
                        .as("on the roster, and the desk is offline")
                        .isTrue());
    }

    private void presence(String username, Instant at, String from, String to, String reason) {
        persistence.inTransaction(() -> ledger.system(
                "PRESENCE", Actor.SYSTEM, at, reason, Map.of("advisor", username, "from", from, "to", to)));
    }

    private static void sql(String text) {
        mx.gob.edomex.catgem.shared.Sql.on(persistence.entityManager(), text).update();
    }
}
