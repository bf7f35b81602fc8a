package mx.gob.edomex.catgem.evidence;

import static mx.gob.edomex.catgem.evidence.Act.ASSIGNED;
import static mx.gob.edomex.catgem.evidence.Act.ENTERS_QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final EvidenceFixture evidence = new EvidenceFixture(persistence);

    @Test
    void stepsRecordedInParallelAreCountedWithoutGapOrDouble() throws Exception {
        ContactId contact = evidence.begun("AVC");
        int threads = 8;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
                        for (int n = 0; n < each; n++) {
                            evidence.done(contact, Act.CONSULT);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(persistence
                        .database()
                        .column("select k from event where execution_id = ? order by k", contact.value()))
                .isEqualTo(IntStream.rangeClosed(1, threads * each)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void whatAPersonDoesByAProgramStandsAsDoneByTheInterface() throws SQLException {
        ContactId contact = evidence.begun("AVC", ENTERS_QUEUE);
        Entrance entrance = new Entrance();
        StepRecorder recorder = persistence.wire(new StepRecorder(), entrance, Clock.systemUTC());
        EventLedger ledger = persistence.wire(new EventLedger(), entrance, Clock.systemUTC());
        Actor advisor = Actor.advisor("asesora01");
        persistence.inTransaction(() -> recorder.done(contact, ASSIGNED, Basis.MEASURED, advisor, EvidenceFixture.T0));
        entrance.byInterface();
        persistence.inTransaction(() -> {
            recorder.done(contact, Act.CONSULT, Basis.DECLARED, advisor, EvidenceFixture.T0);
            ledger.fact(contact, "NOTED", advisor, EvidenceFixture.T0, null, Map.of());
            ledger.fact(contact, "SWEPT", Actor.SYSTEM, EvidenceFixture.T0, null, Map.of());
        });

        assertThat(persistence
                        .database()
                        .column(
                                "select code || ' ' || source from event where contact_id = ? order by id",
                                contact.value()))
                .containsExactly("ENTERS_QUEUE SYSTEM", "ASSIGNED SCREEN", "CONSULT API", "NOTED API", "SWEPT SYSTEM");
    }

    @Test
    void aStepThatRollsBackLeavesNoGapInTheCounter() throws SQLException {
        ContactId contact = evidence.begun("AVC", ENTERS_QUEUE);
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    evidence.recorder.done(contact, ASSIGNED, Basis.MEASURED, Actor.SYSTEM, EvidenceFixture.T0);
                    throw new IllegalStateException("the business act was refused");
                }))
                .hasMessage("the business act was refused");
        evidence.done(contact, ASSIGNED);

        assertThat(persistence.database().column("select k from event where execution_id = ?", contact.value()))
                .containsExactly("1", "2");
    }

    @Test
    void theLedgerRefusesUpdateDeleteAndTruncate() {
        evidence.begun("AVC", ENTERS_QUEUE);
        for (String sql : List.of(
                "update event set staff = 'nobody'",
                "update event set staff = 'nobody' where false",
                "delete from event",
                "truncate event",
                "truncate event cascade")) {
            assertThatThrownBy(() -> persistence.database().execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void aStepWithoutCounterOrBasisIsRefusedByTheDatabase() {
        assertThatThrownBy(
                        () -> persistence
                                .database()
                                .execute(
                                        """
                                insert into event (kind, code, contact_id, step_code, source, at, app_clock)
                                values ('STEP', 'CLOSE', gen_random_uuid(), 'AVC-12', 'SYSTEM', now(), now())
                                """))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("event_check");
    }

    @Test
    void theTimelineTellsStepsAndStateChangesInTheOrderTheyWereRecorded() throws SQLException {
        persistence
                .database()
                .execute("insert into app_user (username, staff_number, display_name, password)"
                        + " values ('asesora77', 'E-0077', 'Persona Inventada', 'x')");
        ContactId contact = evidence.begun("AVC", ENTERS_QUEUE);
        persistence.inTransaction(() -> {
            Actor advisor = Actor.advisor("asesora77");
            evidence.ledger.state(
                    contact, 1, "ACCEPTED", "OFFERED", "IN_PROGRESS", advisor, EvidenceFixture.T0, null, Map.of());
            evidence.recorder.record(
                    contact,
                    Act.CONSULT,
                    StepKind.END,
                    Basis.MEASURED,
                    advisor,
                    EvidenceFixture.T0.plusSeconds(30),
                    null,
                    null,
                    Map.of("entryVersion", "42"));
        });

        List<TimelineEntry> told = persistence.inTransaction(() -> evidence.timeline.of(contact, Language.EN));

        assertThat(told).extracting(TimelineEntry::code).containsExactly("ENTERS_QUEUE", "ACCEPTED", "CONSULT");
        TimelineEntry accepted = told.get(1);
        assertThat(accepted.stateFrom()).isEqualTo("OFFERED");
        assertThat(accepted.stateTo()).isEqualTo("IN_PROGRESS");
        assertThat(accepted.staffNumber()).isEqualTo("E-0077");
        TimelineEntry consulted = told.get(2);
        assertThat(consulted.stepCode()).isEqualTo("AVC-07");
        assertThat(consulted.stepName()).isEqualTo("Consults the knowledge entry");
        assertThat(consulted.procedure()).isEqualTo("AVC");
        assertThat(consulted.version()).isEqualTo(2);
        assertThat(consulted.k()).isEqualTo(2);
        assertThat(consulted.refs()).containsEntry("entryVersion", "42");
        assertThat(consulted.at()).isEqualTo(EvidenceFixture.T0.plusSeconds(30));
    }
}
