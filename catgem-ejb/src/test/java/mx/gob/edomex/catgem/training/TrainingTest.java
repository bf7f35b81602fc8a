package mx.gob.edomex.catgem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trainings of a try-out as they are recorded, corrected and read; whoever is {@code me} acts. */
class TrainingTest {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final MovingClock clock = new MovingClock(Instant.now());
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    private final TrainingRows rows = persistence.wire(
            new TrainingRows(),
            persistence.wire(new EventLedger(), clock),
            new CurrentStaff() {
                @Override
                public String username() {
                    return me;
                }

                @Override
                public boolean has(String role) {
                    return role.equals("supervisor");
                }
            },
            persistence.wire(new Installation()),
            clock);
    private final TrainedPeople trained = persistence.wire(new TrainedPeople(), persistence.wire(new Installation()));
    private final TrainingRegister register = persistence.wire(new TrainingRegister(), rows);
    private final TrainingQueries queries = persistence.wire(new TrainingQueries(), rows, trained);
    private String me = "supervisora";

    private UUID version(String procedure, String state) {
        return persistence.inTransaction(() -> Sql.on(
                        persistence.entityManager(),
                        "select id from procedure_version where procedure_code = :code and state = :state")
                .set("code", procedure)
                .set("state", state)
                .first(row -> row.uuid("id"))
                .orElseThrow());
    }

    private void held(UUID version, LocalDate on, Map<String, Integer> scores) {
        persistence.inTransaction(() -> register.record(new TrainingSession(version, on, "Ana Capacitadora", scores)));
    }

    private TraineeCard card(String person) {
        return persistence.inTransaction(() -> queries.trainee(person, Language.ES));
    }

    private Standing standing(String person, UUID version) {
        return card(person).cells().stream()
                .filter(Objects::nonNull)
                .filter(cell -> cell.version().equals(version))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private void refused(Class<? extends Throwable> rule, TestPersistence.Work work) {
        assertThatThrownBy(() -> persistence.inTransaction(work)).isInstanceOf(rule);
    }

    @Test
    void whoWorksInATryOutIsTrainedForWhatTheyDoAndSomeNotForLong() {
        TrainingMatrix matrix = persistence.inTransaction(() -> queries.matrix(Language.ES));
        assertThat(matrix.columns())
                .extracting(one -> one.procedure() + " " + one.needed())
                .containsExactly("ABD 3", "AVC 49", "AVE 49", "AVT 49", "PCD 5", "PRF 4");
        assertThat(matrix.columns()).allMatch(one -> one.expiring() > 0);
        // Those from 21 on are trained by the other tests.
        assertThat(matrix.lines().stream().filter(one -> !one.username().startsWith("asesora2")))
                .hasSize(46)
                .allMatch(one -> one.cells().stream().filter(Objects::nonNull).allMatch(cell -> cell.standing()
                        .isTrained()));
    }

    @Test
    void evaluationsAreOfSeveralPeopleAtOnceByThePassMarkOfTheDay() throws Exception {
        UUID chat = version("AVC", "IN_FORCE");
        held(chat, today, Map.of("asesora21", 79, "asesora22", 80));
        assertThat(standing("asesora21", chat)).isEqualTo(Standing.FAILED);
        assertThat(standing("asesora22", chat)).isEqualTo(Standing.TRAINED);
        assertThat(card("asesora22").records().get(0).validUntil())
                .isEqualTo(today.plusMonths(12).minusDays(1));
        assertThat(card("asesora21").records().get(0).validUntil()).isNull();

        persistence.inTransaction(() -> register.demand(chat, new TrainingDemand(today, 90, null)));
        assertThat(standing("asesora22", chat)).as("judged by the mark of then").isEqualTo(Standing.TRAINED);
        held(chat, today, Map.of("asesora22", 89));
        assertThat(standing("asesora22", chat)).isEqualTo(Standing.FAILED);
        persistence.inTransaction(() -> register.demand(chat, new TrainingDemand(today, 80, 12)));
        assertThat(persistence
                        .database()
                        .value("select string_agg(reason || ' ' || (refs ->> 'score'), ',' order by id)"
                                + " from event where code = 'TRAINING_RECORDED' and refs ->> 'person' in ('asesora21', 'asesora22')"
                                + " and refs ->> 'heldOn' = '" + today + "'"))
                .isEqualTo("FAILED 79,PASSED 80,FAILED 89");
        assertThat(persistence
                        .database()
                        .value("select string_agg(refs ->> 'passMark', ',' order by id) from event"
                                + " where code = 'TRAINING_DEMANDED' and staff = 'supervisora'"))
                .isEqualTo("90,80");
    }

    @Test
    void aCorrectionIsARecordOfItsOwnAndOfOneOnlyOneIsMade() throws Exception {
        UUID phone = version("AVT", "IN_FORCE");
        held(phone, today, Map.of("asesora23", 12));
        long wrong = card("asesora23").records().get(0).id();
        persistence.inTransaction(
                () -> register.correct(wrong, today, "Ana Capacitadora", 92, "Se capturó al revés: 92 y no 12"));
        assertThat(standing("asesora23", phone)).isEqualTo(Standing.TRAINED);
        refused(TrainingCorrectedAlready.class, () -> register.annul(wrong, "Otra vez"));
        TraineeCard corrected = card("asesora23");
        assertThat(corrected.records().get(0).corrects()).isEqualTo(wrong);
        assertThat(corrected.records().get(1).correctedBy())
                .isEqualTo(corrected.records().get(0).id());

        held(phone, today, Map.of("asesora23", 5));
        assertThat(standing("asesora23", phone)).isEqualTo(Standing.FAILED);
        long other = card("asesora23").records().get(0).id();
        refused(TrainingWordsNeeded.class, () -> register.annul(other, " "));
        persistence.inTransaction(() -> register.annul(other, "Era de otra persona"));
        assertThat(standing("asesora23", phone)).isEqualTo(Standing.TRAINED);
        long annulment = card("asesora23").records().get(0).id();
        refused(TrainingCorrectedAlready.class, () -> register.annul(annulment, "Lo anulado no se anula"));
        assertThat(persistence
                        .database()
                        .value("select string_agg(code, ',' order by id) from event"
                                + " where refs ->> 'person' = 'asesora23' and code <> 'TRAINING_RECORDED'"))
                .isEqualTo("TRAINING_CORRECTED,TRAINING_ANNULLED");
        for (String sql : List.of(
                "delete from training_record",
                "update training_record set score = 100",
                "truncate training_record cascade",
                "delete from training_demand",
                "update training_demand set pass_mark = 1")) {
            assertThatThrownBy(() -> persistence.database().execute(sql)).hasMessageContaining("is refused");
        }
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute(
                                "insert into training_record (version_id, person, corrects, grounds, recorded_by, recorded_at)"
                                        + " values ('" + phone + "', 'asesora24', "
                                        + corrected.records().get(0).id()
                                        + ", 'x', 'supervisora', now())"))
                .hasMessageContaining("somebody or something else");
    }

    @Test
    void nobodyVouchesForThemselvesNorForTheFutureNorWithoutAScore() {
        UUID phone = version("AVT", "IN_FORCE");
        me = "coordinadora1";
        refused(
                NobodyRecordsTheirOwnTraining.class,
                () -> register.record(new TrainingSession(phone, today, "Ana", Map.of("coordinadora1", 100))));
        me = "supervisora";
        for (LocalDate day :
                new LocalDate[] {null, today.plusDays(1), today.minusYears(2).minusDays(1)}) {
            refused(
                    TrainingDateInvalid.class,
                    () -> register.record(new TrainingSession(phone, day, "Ana", Map.of("asesora25", 90))));
        }
        refused(NobodyTrained.class, () -> register.record(new TrainingSession(phone, today, "Ana", Map.of())));
        refused(
                TrainingWordsNeeded.class,
                () -> register.record(new TrainingSession(phone, today, "", Map.of("asesora25", 90))));
        refused(
                ScoreInvalid.class,
                () -> register.record(new TrainingSession(phone, today, "Ana", Map.of("asesora25", 101))));
        refused(
                TraineeUnknown.class,
                () -> register.record(new TrainingSession(phone, today, "Ana", Map.of("nadie", 90))));
        refused(
                TrainingVersionUnknown.class,
                () -> register.record(new TrainingSession(UUID.randomUUID(), today, "Ana", Map.of("asesora25", 90))));
        refused(TrainingDemandInvalid.class, () -> register.demand(phone, new TrainingDemand(today, 0, null)));
        refused(TrainingDemandInvalid.class, () -> register.demand(phone, new TrainingDemand(today, 80, 61)));
    }

    @Test
    void whatNoDemandWasSetForAsksNothing() {
        UUID replaced = version("AVC", "OBSOLETE");
        assertThat(persistence.inTransaction(() -> trained.of(replaced))).isEqualTo(VersionTraining.NONE);
        UUID update = version("ABD", "IN_FORCE");
        assertThat(persistence.inTransaction(() -> trained.of(update)).demandedFrom())
                .isNotNull();
        persistence.inTransaction(() -> register.demand(update, new TrainingDemand(null, 80, 12)));
        assertThat(persistence.inTransaction(() -> trained.of(update)))
                .as("taken back")
                .isEqualTo(VersionTraining.NONE);
    }
}
