package mx.gob.edomex.catgem.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.ProcedureVersion;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.Precedence;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.quality.ExecutionTrace.StepEvent;
import mx.gob.edomex.catgem.training.VersionTraining;
import org.junit.jupiter.api.Test;

/** A small procedure: assigned (01), consulted (02), delivered within 120 s (03), referred if so (04), closed (05). */
class ConformityRulesTest {

    private static final Instant T0 = Instant.parse("2026-03-02T16:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    private static final ConformityLimits LIMITS = new ConformityLimits(
            Duration.ofDays(3),
            4,
            Map.of(Act.ASSIGNED, 2),
            Duration.ofSeconds(120),
            3,
            Duration.ofSeconds(10),
            Map.of("MESSAGE", new ConformityLimits.Demand(Set.of("message"), false, false)),
            Set.of("advisor CLOSE citizen", "advisor CLOSE coordinator"),
            7);

    private final ProcedureVersion procedure = version(
            List.of(
                    step("P-01", Act.ASSIGNED, 1, true, null, null),
                    step("P-02", Act.CONSULT, 2, true, null, null),
                    step("P-03", Act.DELIVER, 3, true, 120, null),
                    step("P-04", Act.REFER, 4, false, null, "REFERRED"),
                    step("P-05", Act.CLOSE, 5, true, null, null)),
            List.of(new Precedence("P-02", "P-03")),
            Map.of("PRANK", List.of("P-01", "P-05"), "ABANDONED_IN_QUEUE", List.of("P-05")));

    private final List<StepEvent> events = new ArrayList<>();
    private VersionTraining training = VersionTraining.NONE;

    private static ProcedureVersion version(
            List<ProcedureStep> steps, List<Precedence> precedences, Map<String, List<String>> exits) {
        return new ProcedureVersion(
                ID, "P", "p", "p", 1, "IN_FORCE", true, T0, null, null, steps, precedences, exits, Map.of());
    }

    private static ProcedureStep step(
            String code, Act act, int ordinal, boolean mandatory, Integer limit, String mandatoryFor) {
        return new ProcedureStep(
                code,
                act,
                ordinal,
                code,
                code,
                act == Act.ASSIGNED ? "system" : "advisor",
                mandatory,
                act != Act.ASSIGNED && act != Act.CLOSE,
                limit,
                act == Act.DELIVER ? "MESSAGE" : null,
                true,
                mandatoryFor);
    }

    private ConformityRulesTest happens(String step, StepKind kind, Basis basis, double second, Long corrects) {
        Instant at = T0.plusMillis((long) (second * 1000));
        return happens(step, kind, basis, at, at, "advisor", Set.of("message", "knowledgeVersion"), corrects);
    }

    private ConformityRulesTest happens(
            String step,
            StepKind kind,
            Basis basis,
            Instant at,
            Instant entered,
            String role,
            Set<String> refs,
            Long corrects) {
        int k = events.size() + 1;
        events.add(new StepEvent(100 + k, k, step, kind, basis, role, "asesora01", at, entered, null, refs, corrects));
        return this;
    }

    private ConformityRulesTest done(String step, double second) {
        return happens(step, StepKind.END, Basis.MEASURED, second, null);
    }

    private Conformity read(String outcome) {
        return read(outcome, events.size());
    }

    private Conformity read(String outcome, int counter) {
        return read(outcome, counter, procedure);
    }

    private Conformity read(String outcome, int counter, ProcedureVersion version) {
        return ConformityRules.read(
                new ExecutionTrace(ID, null, ID, T0, T0, T0.plusSeconds(600), outcome, counter, events),
                version,
                LIMITS,
                training);
    }

    private static List<String> codes(Conformity conformity) {
        return conformity.deviations().stream()
                .map(one -> one.code() + " " + one.subject())
                .toList();
    }

    @Test
    void whatIsDoneInOrderAndInTimeHasNoDeviation() {
        done("P-01", 0).done("P-02", 30).done("P-03", 120).done("P-05", 130);
        Conformity conformity = read("RESOLVED");
        assertThat(codes(conformity)).isEmpty();
        assertThat(conformity.measured()).containsExactly("P-01", "P-02", "P-03", "P-05");
        assertThat(conformity.earlyExit()).isFalse();
        assertThat(conformity.staff()).isEqualTo("asesora01");
    }

    @Test
    void aMandatoryStepThatIsMissingIsD1() {
        done("P-01", 0).done("P-03", 60).done("P-05", 130);
        Conformity conformity = read("RESOLVED");
        assertThat(codes(conformity)).containsExactly("D1 P-02");
        assertThat(conformity.missing()).containsExactly("P-02");
    }

    @Test
    void anOutcomeMayMakeAnOptionalStepMandatory() {
        done("P-01", 0).done("P-02", 30).done("P-03", 60).done("P-05", 130);
        assertThat(codes(read("REFERRED"))).containsExactly("D1 P-04");
    }

    @Test
    void anEarlyExitOwesItsOwnSteps() {
        done("P-05", 130);
        Conformity prank = read("PRANK");
        assertThat(codes(prank)).containsExactly("D1 P-01");
        assertThat(prank.earlyExit()).isTrue();
    }

    @Test
    void whoLeftBeforeAnAdvisorIsNoEarlyExitOfAnAdvisor() {
        done("P-05", 130);
        Conformity abandoned = read("ABANDONED_IN_QUEUE");
        assertThat(codes(abandoned)).isEmpty();
        assertThat(abandoned.earlyExit()).isFalse();
    }

    @Test
    void aStepLeftOutWithAReasonIsSkippedAndNotMissing() {
        done("P-01", 0).happens("P-02", StepKind.SKIPPED, Basis.DECLARED, 20, null);
        done("P-03", 60).done("P-05", 130);
        Conformity conformity = read("RESOLVED");
        assertThat(codes(conformity)).isEmpty();
        assertThat(conformity.skipped()).containsExactly("P-02");
    }

    @Test
    void declaredAndMeasuredStandApart() {
        done("P-01", 0).happens("P-02", StepKind.END, Basis.DECLARED, 20, null);
        done("P-03", 60).done("P-05", 130);
        Conformity conformity = read("RESOLVED");
        assertThat(conformity.declared()).containsExactly("P-02");
        assertThat(conformity.measured()).doesNotContain("P-02");
    }

    @Test
    void aBrokenPrecedenceIsD2ByTheFirstTimeOfEach() {
        done("P-01", 0).done("P-03", 20).done("P-02", 30).done("P-03", 60).done("P-05", 130);
        Conformity conformity = read("RESOLVED");
        assertThat(codes(conformity)).containsExactly("D2 P-02>P-03");
        assertThat(conformity.deviations().get(0).measured()).isEqualByComparingTo("2");
        assertThat(conformity.deviations().get(0).allowed()).isEqualByComparingTo("3");
    }

    @Test
    void aLaterQuestionDoesNotBreakTheOrderOfTheFirst() {
        done("P-01", 0).done("P-02", 20).done("P-03", 30).done("P-02", 60).done("P-05", 130);
        assertThat(codes(read("RESOLVED"))).isEmpty();
    }

    @Test
    void aMillisecondBeyondTheLimitIsD4() {
        done("P-01", 5).done("P-02", 30).done("P-03", 125.001).done("P-05", 130);
        Conformity conformity = read("RESOLVED");
        assertThat(codes(conformity)).containsExactly("D4 P-03");
        assertThat(conformity.late()).containsExactly("P-03");
        assertThat(conformity.measured()).contains("P-03");
        assertThat(conformity.deviations().get(0).measured()).isEqualByComparingTo("120.001");
        assertThat(conformity.deviations().get(0).allowed()).isEqualByComparingTo("120");
    }

    @Test
    void noLimitAppliesToAStepTheOutcomeDoesNotOwe() {
        done("P-01", 0).done("P-03", 500).done("P-05", 530);
        assertThat(codes(read("PRANK"))).isEmpty();
    }

    @Test
    void closedWithoutTheTerminalStepIsD9AndNotD1() {
        done("P-01", 0).done("P-02", 30).done("P-03", 60);
        Conformity conformity = read("RESOLVED");
        assertThat(codes(conformity)).containsExactly("D9 P-05");
        assertThat(conformity.missing()).containsExactly("P-05");
    }

    @Test
    void eachGapOfTheCounterIsOneD10() {
        done("P-01", 0)
                .done("P-02", 30)
                .done("P-02", 31)
                .done("P-02", 32)
                .done("P-02", 33)
                .done("P-03", 60);
        done("P-05", 130);
        events.removeIf(event -> event.k() == 3 || event.k() == 4);
        Conformity conformity = read("RESOLVED", 8);
        assertThat(codes(conformity)).containsExactly("D10 K3-4", "D10 K8-8");
        assertThat(conformity.deviations().get(0).measured()).isEqualByComparingTo("2");
    }

    @Test
    void rowsBeyondTheCounterAreAD10Too() {
        done("P-01", 0).done("P-02", 30).done("P-03", 60).done("P-05", 130);
        assertThat(codes(read("RESOLVED", 3))).containsExactly("D10 COUNTER");
    }

    @Test
    void aCorrectedEventIsOutOfAccountButItsNumberIsNoGap() {
        done("P-01", 0).done("P-02", 30).done("P-03", 60).done("P-05", 130);
        happens("P-02", StepKind.CORRECTION, Basis.DECLARED, 140, 102L);
        assertThat(codes(read("RESOLVED"))).containsExactly("D1 P-02");
    }

    private ConformityRulesTest done(String step, String role, Set<String> refs, double second, double entered) {
        return happens(
                step,
                StepKind.END,
                Basis.MEASURED,
                T0.plusMillis((long) (second * 1000)),
                T0.plusMillis((long) (entered * 1000)),
                role,
                refs,
                null);
    }

    private static Deviation only(Conformity conformity) {
        assertThat(conformity.deviations()).hasSize(1);
        return conformity.deviations().get(0);
    }

    @Test
    void aStepInARoleThatMayNotDoItIsD3AndWhoMayStandInIsNot() {
        done("P-01", 0).done("P-02", "information", Set.of(), 30, 30).done("P-03", 60);
        done("P-05", "citizen", Set.of(), 130, 130);
        assertThat(codes(read("RESOLVED"))).containsExactly("D3 P-02");
    }

    @Test
    void whatTheSystemRecordsIsNobodysStep() {
        done("P-01", "information", Set.of(), 0, 0).done("P-02", 30).done("P-03", 60);
        done("P-05", 130);
        assertThat(codes(read("RESOLVED"))).isEmpty();
    }

    @Test
    void workUnderAnObsoleteVersionIsD5OnlyAfterTheDaysOfGrace() {
        done("P-01", 0).done("P-02", 30).done("P-03", 60).done("P-05", 130);
        Instant lastStep = T0.plusSeconds(130);
        assertThat(codes(read("RESOLVED", 4, obsolete(lastStep.minus(Duration.ofDays(3))))))
                .isEmpty();
        Deviation late = only(
                read("RESOLVED", 4, obsolete(lastStep.minus(Duration.ofDays(3)).minusMillis(1))));
        assertThat(late.code() + " " + late.subject()).isEqualTo("D5 V1");
        assertThat(late.measured()).isEqualByComparingTo("259200.001");
        assertThat(late.allowed()).isEqualByComparingTo("259200");
    }

    private ProcedureVersion obsolete(Instant since) {
        return new ProcedureVersion(
                ID,
                "P",
                "p",
                "p",
                1,
                "OBSOLETE",
                true,
                T0,
                since,
                null,
                procedure.steps(),
                procedure.precedences(),
                procedure.earlyExits(),
                Map.of());
    }

    @Test
    void oneMoreThanTheLimitOfALoopIsD6() {
        done("P-01", 0).done("P-02", 1).done("P-02", 2).done("P-02", 3).done("P-02", 4);
        done("P-03", 60).done("P-05", 130);
        assertThat(codes(read("RESOLVED"))).isEmpty();
        done("P-02", 131);
        Deviation loop = only(read("RESOLVED"));
        assertThat(loop.code() + " " + loop.subject()).isEqualTo("D6 P-02");
        assertThat(loop.measured()).isEqualByComparingTo("5");
        assertThat(loop.allowed()).isEqualByComparingTo("4");
    }

    @Test
    void aStepThatDoesNotRepeatHasALimitOnlyWhereOneIsSet() {
        done("P-01", 0).done("P-01", 1).done("P-01", 2).done("P-02", 3).done("P-03", 60);
        for (int i = 0; i < 5; i++) {
            done("P-05", 130 + i);
        }
        assertThat(codes(read("RESOLVED"))).containsExactly("D6 P-01");
    }

    @Test
    void aStepEnteredLongAfterItWasDoneIsD7WithTheLongestDelay() {
        done("P-01", 0)
                .done("P-02", "advisor", Set.of(), 30, 150)
                .done("P-03", 60)
                .done("P-05", 200);
        assertThat(codes(read("RESOLVED"))).isEmpty();
        done("P-02", "advisor", Set.of(), 31, 151.001).done("P-02", "advisor", Set.of(), 32, 162);
        Deviation late = only(read("RESOLVED"));
        assertThat(late.code() + " " + late.subject()).isEqualTo("D7 P-02");
        assertThat(late.measured()).isEqualByComparingTo("130");
    }

    @Test
    void aChecklistTickedOffAtTheEndIsD7() {
        done("P-01", 0).done("P-03", 60);
        for (double second : new double[] {190, 191, 192}) {
            happens("P-02", StepKind.END, Basis.DECLARED, second, null);
        }
        done("P-05", 200);
        assertThat(codes(read("RESOLVED"))).containsExactly("D2 P-02>P-03");
        events.remove(events.size() - 1);
        happens("P-04", StepKind.END, Basis.DECLARED, 199, null).done("P-05", 200);
        Conformity burst = read("RESOLVED");
        assertThat(codes(burst)).containsExactly("D2 P-02>P-03", "D7 BURST");
        assertThat(burst.deviations().get(1).measured()).isEqualByComparingTo("4");
    }

    @Test
    void aMeasuredStepWithoutWhatProvesItIsD8AndADeclaredOneProvesItself() {
        done("P-01", 0)
                .done("P-02", 30)
                .done("P-03", "advisor", Set.of("other"), 60, 60)
                .done("P-05", 130);
        assertThat(codes(read("RESOLVED"))).containsExactly("D8 P-03");
        events.removeIf(event -> event.step().equals("P-03"));
        events.removeIf(event -> event.step().equals("P-05"));
        happens(
                "P-03",
                StepKind.END,
                Basis.DECLARED,
                T0.plusSeconds(60),
                T0.plusSeconds(60),
                "advisor",
                Set.of(),
                null);
        done("P-05", 130);
        assertThat(codes(read("RESOLVED"))).isEmpty();
    }

    @Test
    void whoIsNotTrainedAfterTheDaysOfGraceIsD3OnceAndWhoStandsInIsNotAsked() {
        training = new VersionTraining(LocalDate.of(2026, 2, 23), ZoneId.of("America/Mexico_City"), Map.of());
        done("P-01", 0).done("P-02", 1).done("P-03", 2).done("P-05", 3);
        assertThat(read("RESOLVED").deviations()).as("the seventh day").isEmpty();

        training = new VersionTraining(LocalDate.of(2026, 2, 22), ZoneId.of("America/Mexico_City"), Map.of());
        assertThat(read("RESOLVED").deviations())
                .extracting(one -> one.code() + " " + one.subject() + " " + one.stepCode() + " " + one.measured() + "/"
                        + one.allowed() + " " + one.staff())
                .containsExactly("D3 UNTRAINED:asesora01 P-02 8/7 asesora01");

        events.clear();
        done("P-01", 0);
        Instant at = T0.plusSeconds(1);
        happens("P-05", StepKind.END, Basis.MEASURED, at, at, "coordinator", Set.of(), null);
        assertThat(codes(read("PRANK"))).isEmpty();
    }

    @Test
    void withoutAClosingStepTheLastOneEndsAndLimitsCountFromTheBeginning() {
        ProcedureVersion update = version(
                List.of(
                        step("B-01", Act.CONSULT, 1, true, null, null),
                        step("B-02", Act.SEND, 2, true, 120, null),
                        step("B-03", Act.CONFIRM, 3, true, null, null)),
                List.of(),
                Map.of());
        assertThat(ConformityRules.terminal(update).code()).isEqualTo("B-03");
        done("B-01", 0).done("B-02", 121).done("B-03", 86_400);
        Conformity conformity = ConformityRules.read(
                new ExecutionTrace(ID, null, ID, T0, T0, T0.plusSeconds(86_400), null, 3, events),
                update,
                LIMITS,
                training);
        assertThat(codes(conformity)).containsExactly("D4 B-02");
    }
}
