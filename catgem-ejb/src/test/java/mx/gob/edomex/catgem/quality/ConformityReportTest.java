package mx.gob.edomex.catgem.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.ExecutionId;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.quality.ConformityReport.Line;
import mx.gob.edomex.catgem.quality.QualityFixture.Done;
import mx.gob.edomex.catgem.quality.QualityLists.Choice;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Four chats of one local day, begun at its first and last second, beside two of the days around it. */
class ConformityReportTest {

    /** 2 March 2026 in the centre, six hours behind UTC. */
    private static final Instant FIRST = Instant.parse("2026-03-02T06:00:00Z");

    private static final Instant LAST = Instant.parse("2026-03-03T05:59:59Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final List<ContactId> CONTACTS = new ArrayList<>();

    private String reader = "auditora";
    private Set<String> roles = Set.of("auditor");

    private final CurrentStaff staff = new CurrentStaff() {
        @Override
        public String username() {
            return reader;
        }

        @Override
        public boolean has(String role) {
            return roles.contains(role);
        }
    };

    private final Installation installation = persistence.wire(new Installation());
    private final ConformityReports reports = persistence.wire(new ConformityReports(), installation, staff);
    private final QualityLists lists = persistence.wire(new QualityLists(), installation, staff);

    @BeforeAll
    static void fourChats() throws Exception {
        QualityFixture fixture = new QualityFixture(persistence);
        CONTACTS.add(chat(fixture, FIRST, "asesora01", 60, true));
        CONTACTS.add(chat(fixture, LAST, "asesora01", 150, true));
        CONTACTS.add(chat(fixture, LAST, "asesora02", 60, false));
        CONTACTS.add(fixture.ended(
                Channel.CHAT,
                FIRST,
                "asesora02",
                "CLOSED",
                "CITIZEN_LEFT",
                List.of(
                        new Done(Act.ENTERS_QUEUE, 0),
                        new Done(Act.ASSIGNED, 1),
                        new Done(Act.CLOSE, Basis.MEASURED, 9, "CITIZEN_LEFT"))));
        chat(fixture, FIRST.minusSeconds(1), "asesora01", 500, false);
        chat(fixture, LAST.plusSeconds(1), "asesora01", 500, false);
        fixture.sweep();
        persistence
                .database()
                .execute(
                        """
                        insert into leg (contact_id, number, advisor, points, connected_at)
                        select id, 1, advisor, 1, first_queued_at from contact where advisor is not null
                        """);
    }

    private static ContactId chat(
            QualityFixture fixture, Instant begun, String advisor, double answer, boolean consults) {
        List<Done> steps = new ArrayList<>(List.of(
                new Done(Act.NOTICE, 0),
                new Done(Act.ENTERS_QUEUE, 0),
                new Done(Act.ASSIGNED, 0),
                new Done(Act.GREETING, 1),
                new Done(Act.CLASSIFY, Basis.DECLARED, 2, null),
                new Done(Act.COMPETENCE, Basis.DECLARED, 3, null)));
        if (consults) {
            steps.add(new Done(Act.CONSULT, 4));
        }
        steps.add(new Done(Act.DELIVER, answer));
        steps.add(new Done(Act.CONFIRM, Basis.DECLARED, answer + 1, null));
        steps.add(new Done(Act.SURVEY, answer + 2));
        steps.add(new Done(Act.CLOSE, Basis.MEASURED, answer + 2, "RESOLVED"));
        return fixture.ended(Channel.CHAT, begun, advisor, "CLOSED", "RESOLVED", steps);
    }

    private ConformityReport report(LocalDate from, LocalDate to, String procedure) {
        return persistence.inTransaction(() -> reports.of(new ConformityFilter(from, to, procedure), Language.ES));
    }

    private static Choice choice(ExecutionPart part, String step, String advisor, DeviationCode code) {
        return new Choice(new ConformityFilter(DAY, DAY, null), step, advisor, code, part);
    }

    private List<String> folios(Choice choice) {
        return persistence.inTransaction(() -> lists.executions(choice, 1)).lines().stream()
                .map(line -> line.execution().toString())
                .toList();
    }

    @Test
    void anUpdateOfAnEntryIsInTheListFromItsFirstStepUntilItHasEnded() {
        ExecutionId update = new ExecutionId(UUID.randomUUID());
        StepRecorder recorder = persistence.wire(new StepRecorder(), Clock.systemUTC());
        Actor officer = new Actor("informacion1", "information", Source.SCREEN);
        persistence.inTransaction(() -> {
            recorder.begin(update, "ABD", FIRST);
            recorder.record(update, Act.DOCUMENT, StepKind.END, Basis.MEASURED, officer, FIRST, null, null, Map.of());
        });
        ConformityFilter day = new ConformityFilter(DAY, DAY, null);
        List<RunningExecution> running = persistence.inTransaction(() -> lists.running(day, Language.ES));

        assertThat(running).hasSize(1);
        assertThat(running.get(0).execution()).isEqualTo(update.value());
        assertThat(running.get(0).reference()).startsWith("ABD-");
        assertThat(running.get(0).steps()).isEqualTo(1);
        assertThat(running.get(0).begunAt()).isEqualTo(FIRST);
        assertThat(persistence.inTransaction(() -> lists.running(new ConformityFilter(DAY, DAY, "AVC"), Language.ES)))
                .isEmpty();
        assertThat(persistence.inTransaction(
                        () -> lists.running(new ConformityFilter(DAY.plusDays(1), DAY.plusDays(2), null), Language.ES)))
                .isEmpty();
    }

    @Test
    void aDayIsTheLocalDayInWhichAContactWasQueued() {
        assertThat(report(DAY, DAY, null).total().executions()).isEqualTo(4);
        assertThat(report(DAY.minusDays(1), DAY.plusDays(1), null).byDay())
                .extracting(Line::key, Line::executions)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-03-01", 1),
                        org.assertj.core.groups.Tuple.tuple("2026-03-02", 4),
                        org.assertj.core.groups.Tuple.tuple("2026-03-03", 1));
    }

    @Test
    void whatWasOwedIsMeasuredDeclaredSkippedOrMissing() {
        Line total = report(DAY, DAY, null).total();
        assertThat(total.measured()).isEqualTo(8 + 8 + 7 + 3);
        assertThat(total.declared()).isEqualTo(3 * 3);
        assertThat(total.skipped()).isZero();
        assertThat(total.missing()).isEqualTo(1);
        assertThat(total.owed()).isEqualTo(3 * 11 + 3);
        assertThat(total.late()).isEqualTo(1);
        assertThat(total.deviating()).isEqualTo(2);
        assertThat(total.conforming()).isEqualTo(50.0);
    }

    @Test
    void theStepsAddUpToTheTotal() {
        ConformityReport report = report(DAY, DAY, "AVC");
        assertThat(report.bySteps().stream()
                        .mapToInt(ConformityReport.StepLine::owed)
                        .sum())
                .isEqualTo(report.total().owed());
        assertThat(report.bySteps())
                .filteredOn(step -> step.code().equals("AVC-07"))
                .singleElement()
                .satisfies(step -> assertThat(step.missing()).isEqualTo(1))
                .satisfies(step -> assertThat(step.name()).isEqualTo("Consulta la ficha de información"));
        assertThat(report(DAY, DAY, "AVE").total().executions()).isZero();
    }

    @Test
    void aNightShiftBelongsToTheDayOnWhichItStarts() {
        // 00:00:00 of the day is still the night before; 23:59:59 and the first second of the next day are its own.
        assertThat(report(DAY, DAY, null).byShift())
                .extracting(line -> line.key() + " " + line.name() + " " + line.executions())
                .containsExactly("MORNING Matutino 0", "EVENING Vespertino 0", "NIGHT Nocturno 3");
        ConformityFilter night = new ConformityFilter(DAY, DAY, null, "NIGHT");
        ConformityReport report = persistence.inTransaction(() -> reports.of(night, Language.ES));
        assertThat(report.byDay())
                .extracting(Line::key, Line::executions)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2026-03-02", 3));
        assertThat(report.byShift()).isEmpty();
        QualityPage<ExecutionLine> folios = persistence.inTransaction(
                () -> lists.executions(new Choice(night, null, null, null, ExecutionPart.ALL), 1));
        assertThat(folios.lines())
                .extracting(ExecutionLine::countedAt)
                .containsExactlyInAnyOrder(LAST, LAST, LAST.plusSeconds(1));
        assertThat(report(DAY, DAY, "AVE").byShift())
                .extracting(Line::executions)
                .containsOnly(0);
    }

    @Test
    void executionsStandByTheirLocalHourAndByWhoAttendedThem() {
        assertThat(report(DAY, DAY, null).byHour())
                .extracting(line -> line.key() + " " + line.executions() + " " + line.deviating())
                .containsExactly("00 2 0", "23 2 2");
        assertThat(report(DAY, DAY, null).byAdvisor())
                .extracting(line -> line.key() + " " + line.executions() + " " + line.missing() + " " + line.late())
                .containsExactly("asesora01 2 0 1", "asesora02 2 1 0");
        assertThat(report(DAY, DAY, null).byAdvisor())
                .allSatisfy(line -> assertThat(line.name()).isNotBlank());
        assertThat(persistence.inTransaction(() -> reports.total(new ConformityFilter(DAY, DAY, null))))
                .isEqualTo(report(DAY, DAY, null).total());
    }

    @Test
    void deviationsStandByCodeWithThoseThatNobodyMade() {
        assertThat(report(DAY, DAY, null).byDeviation())
                .extracting(line -> line.code() + " " + line.found())
                .containsExactly("D1 1", "D2 0", "D3 0", "D4 1", "D5 0", "D6 0", "D7 0", "D8 0", "D9 0", "D10 0");
    }

    @Test
    void earlyExitsStandByAdvisorWithTheirRate() {
        assertThat(report(DAY, DAY, null).exits())
                .extracting(exit -> exit.advisor() + " " + exit.exits() + "/" + exit.attended() + " " + exit.rate())
                .containsExactly("asesora02 1/2 50.0", "asesora01 0/2 0.0");
    }

    @Test
    void theDirectionSeesNoPersonsFigures() {
        roles = Set.of("direction");
        assertThat(report(DAY, DAY, null).exits()).isEmpty();
        assertThat(report(DAY, DAY, null).byAdvisor()).isEmpty();
        assertThat(report(DAY, DAY, null).total().executions()).isEqualTo(4);
    }

    @Test
    void everyFigureLeadsToItsFolios() {
        assertThat(folios(choice(ExecutionPart.ALL, null, null, null))).hasSize(4);
        assertThat(folios(choice(ExecutionPart.MISSING, "AVC-07", null, null)))
                .containsExactly(CONTACTS.get(2).toString());
        assertThat(folios(choice(ExecutionPart.LATE, null, null, null)))
                .containsExactly(CONTACTS.get(1).toString());
        assertThat(folios(choice(ExecutionPart.EARLY_EXIT, null, "asesora02", null)))
                .containsExactly(CONTACTS.get(3).toString());
        assertThat(folios(choice(ExecutionPart.DEVIATING, null, null, null))).hasSize(2);
        assertThat(folios(choice(ExecutionPart.DECLARED, "AVC-06", null, null))).hasSize(3);
    }

    @Test
    void aDeviationSaysWhatWasMeasuredAndWhatWasAllowed() {
        QualityPage<DeviationCard> page = persistence.inTransaction(
                () -> lists.deviations(choice(ExecutionPart.ALL, null, null, DeviationCode.D4), 1, Language.EN));
        assertThat(page.lines()).singleElement().satisfies(card -> {
            assertThat(card.stepCode()).isEqualTo("AVC-08");
            assertThat(card.measured()).isEqualByComparingTo("150");
            assertThat(card.allowed()).isEqualByComparingTo("120");
            assertThat(card.advisorName()).isNotBlank();
            assertThat(card.procedure() + " v" + card.version()).isEqualTo("AVC v2");
            assertThat(card.folio()).isNotBlank();
            assertThat(card.at()).isEqualTo(LAST.plusSeconds(150));
        });
    }

    @Test
    void nobodyEvaluatesTheirOwnContacts() {
        reader = "asesora01";
        roles = Set.of("coordinator", "advisor");
        QualityPage<ExecutionLine> page =
                persistence.inTransaction(() -> lists.executions(choice(ExecutionPart.ALL, null, null, null), 1));
        assertThat(page.lines()).extracting(ExecutionLine::advisor).containsOnly("asesora02");
        assertThat(page.found()).isEqualTo(2);
        assertThat(page.own()).isEqualTo(2);
        assertThat(report(DAY, DAY, null).total().executions()).isEqualTo(4);
    }

    @Test
    void theDeviationsOfAFolioAreShownToWhoAttendedItAndToWhoReadsAll() {
        assertThat(of(CONTACTS.get(1))).hasSize(1);
        roles = Set.of("advisor");
        reader = "asesora01";
        assertThat(of(CONTACTS.get(1))).hasSize(1);
        reader = "asesora02";
        assertThat(of(CONTACTS.get(1))).isEmpty();
    }

    private List<DeviationCard> of(ContactId contact) {
        return persistence.inTransaction(() -> lists.ofContact(contact.value(), Language.ES));
    }

    @Test
    void aStepThatComesAfterTheEndIsReadToo() throws Exception {
        QualityFixture fixture = new QualityFixture(persistence);
        ContactId contact = chat(fixture, Instant.parse("2026-04-02T16:00:00Z"), "asesora02", 60, false);
        fixture.sweep();
        persistence.inTransaction(() -> fixture.recorder.record(
                contact,
                Act.CONSULT,
                mx.gob.edomex.catgem.evidence.StepKind.END,
                Basis.DECLARED,
                mx.gob.edomex.catgem.evidence.Actor.advisor("asesora02"),
                Clock.systemUTC().instant(),
                null,
                null,
                java.util.Map.of()));
        assertThat(fixture.unread()).containsExactly(contact.value());
        fixture.sweep();
        assertThat(persistence
                        .database()
                        .value("select array_to_string(missing, ',') || '/' || deviations from execution_check"
                                + " where execution_id = '" + contact + "'"))
                .as("the step is there now; that it was missing, and came too late for the order, stays")
                .isEqualTo("/2");
    }
}
