package mx.gob.edomex.catgem.manual;

import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.and;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.context;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.sound;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.step;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.with;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.manual.TextFault.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text nobody could work by is named where it is wrong. */
class TextCheckTest {

    private static List<TextFault> faults(ProcedureText text) {
        return TextCheck.of(text, context());
    }

    @Test
    void aSoundTextHasNoFault() {
        assertThat(faults(sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "section.scope, '', SECTION_MISSING, section-scope",
                "step.CONSULT.code, XYZ-2, CODE_NOT_VALID, step-2-code",
                "step.CONSULT.code, ABC-02, CODE_NOT_VALID, step-2-code",
                "step.CONSULT.ordinal, 0, ORDER_NOT_VALID, step-1-ordinal",
                "step.CONSULT.ordinal, 3, ORDER_TWICE, step-3-ordinal",
                "step.CONSULT.nameEn, ' ', NAME_MISSING, step-2-nameEn",
                "step.CONSULT.role, auditor, ROLE_OF_NOBODY, step-2-role",
                "step.CONSULT.limitSeconds, 0, LIMIT_NOT_VALID, step-2-limit",
                "step.CONSULT.limitSeconds, -5, LIMIT_NOT_VALID, step-2-limit",
                "step.CONSULT.limitSeconds, 604801, LIMIT_NOT_VALID, step-2-limit",
                "step.CONSULT.evidence, PHOTO, EVIDENCE_UNKNOWN, step-2-evidence",
                "step.CONSULT.evidence, '', EVIDENCE_UNKNOWN, step-2-evidence",
                "step.CONSULT.mandatoryFor, SOLD, GUARD_UNKNOWN, step-2-guard",
                "step.CONSULT.mandatoryFor, REFERRED, GUARD_WITHOUT_EFFECT, step-2-guard",
                "precedence.XYZ-09>XYZ-03, '', PRECEDENCE_UNKNOWN, step-3-before",
                "precedence.XYZ-03>XYZ-03, '', PRECEDENCE_OF_ITSELF, step-3-before",
                "precedence.XYZ-04>XYZ-02, '', TERMINAL_NOT_LAST, steps",
                "step.CLOSE.mandatory, false, NO_TERMINAL, steps",
                "exit.PRANK, XYZ-01, EXIT_WITHOUT_TERMINAL, exit-PRANK",
                "exit.PRANK, 'XYZ-08,XYZ-04', EXIT_UNKNOWN, exit-PRANK",
                "exit.SOLD, XYZ-04, GUARD_UNKNOWN, exit-SOLD",
            })
    void whatIsWrongIsNamedWhereItStands(String line, String value, Code code, String where) {
        assertThat(faults(with(sound(), line, value)))
                .anyMatch(fault -> fault.code() == code && fault.where().equals(where) && !fault.warning());
    }

    @Test
    void aCodeAnActAndAnOrderAreUsedOnce() {
        ProcedureText twice = and(sound(), step("XYZ-02", Act.CONSULT, 2, "advisor"));

        assertThat(faults(twice))
                .extracting(TextFault::code)
                .containsExactlyInAnyOrder(Code.CODE_TWICE, Code.ACT_TWICE, Code.ORDER_TWICE);
        assertThat(faults(twice)).extracting(TextFault::where).allMatch(where -> where.startsWith("step-5-"));
    }

    @Test
    void aCycleIsToldAsTheWayItTakes() {
        ProcedureText round = with(with(sound(), "precedence.XYZ-03>XYZ-01", ""), "precedence.XYZ-03>XYZ-02", null);

        assertThat(faults(round))
                .filteredOn(fault -> fault.code() == Code.CYCLE)
                .extracting(TextFault::detail)
                .containsExactly("XYZ-01 → XYZ-02 → XYZ-03 → XYZ-01");
    }

    @Test
    void whatLeadsToACycleIsNoPartOfIt() {
        ProcedureText tail = with(sound(), "precedence.XYZ-03>XYZ-02", "");

        assertThat(faults(tail))
                .filteredOn(fault -> fault.code() == Code.CYCLE)
                .extracting(TextFault::detail)
                .containsExactly("XYZ-02 → XYZ-03 → XYZ-02");
    }

    @Test
    void aProcedureThatClosesKeepsItsClosingStep() {
        assertThat(faults(without(sound(), Act.CLOSE)))
                .extracting(TextFault::code)
                .contains(Code.NO_TERMINAL, Code.ACT_DROPPED);
    }

    @Test
    void aTextWithoutStepsIsNone() {
        ProcedureText empty = new ProcedureText(sound().sections(), List.of(), List.of(), java.util.Map.of(), "");

        assertThat(faults(empty)).extracting(TextFault::code).contains(Code.NO_STEPS);
    }

    /** What is odd but can be meant does not keep anybody from handing in. */
    @Test
    void anOrderAgainstThePrecedencesAndADroppedActAreWarnings() {
        ProcedureText odd = with(with(sound(), "step.CONSULT.ordinal", "9"), "precedence.XYZ-03>XYZ-01", null);
        odd = with(odd, "step.CLOSE.ordinal", "10");

        assertThat(faults(odd))
                .allMatch(TextFault::warning)
                .extracting(TextFault::code)
                .containsExactly(Code.ORDER_AGAINST_PRECEDENCE);
        ProcedureText fewer = with(without(sound(), Act.CONSULT), "precedence.XYZ-01>XYZ-02", null);
        fewer = with(fewer, "precedence.XYZ-02>XYZ-03", null);
        assertThat(faults(fewer))
                .allMatch(TextFault::warning)
                .extracting(TextFault::code)
                .containsExactly(Code.ACT_DROPPED);
    }
}
