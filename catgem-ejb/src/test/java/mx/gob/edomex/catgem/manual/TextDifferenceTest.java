package mx.gob.edomex.catgem.manual;

import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.and;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.sound;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.step;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.with;
import static mx.gob.edomex.catgem.manual.ProcedureTextFixture.without;
import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.ProcedureVersion.ProcedureStep;
import mx.gob.edomex.catgem.manual.TextDifference.Change;
import mx.gob.edomex.catgem.manual.TextDifference.Kind;
import mx.gob.edomex.catgem.manual.TextDifference.StepChange;
import org.junit.jupiter.api.Test;

/** What two texts differ in, field by field; and what becomes of two people's work on one. */
class TextDifferenceTest {

    @Test
    void equalTextsDifferInNothingAndAReasonIsNoDifference() {
        assertThat(TextDifference.of(sound(), sound().with("Otro motivo")).isEmpty())
                .isTrue();
    }

    @Test
    void aStepThatGotAnotherCodeIsTheSameStep() {
        ProcedureText after = with(with(sound(), "step.CONSULT.code", "XYZ-07"), "step.CONSULT.limitSeconds", "90");

        TextDifference difference = TextDifference.of(sound(), after);

        assertThat(difference.steps()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(Kind.CHANGED);
            assertThat(step.fields())
                    .containsExactly(new Change("code", "XYZ-02", "XYZ-07"), new Change("limitSeconds", "", "90"));
        });
    }

    @Test
    void stepsComeAndGo() {
        ProcedureText after = and(without(sound(), Act.DELIVER), step("XYZ-05", Act.SURVEY, 5, "system"));

        assertThat(TextDifference.of(sound(), after).steps())
                .extracting(StepChange::kind, change -> change.step().code())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "XYZ-03"),
                        org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "XYZ-05"));
    }

    @Test
    void precedencesExitsAndSectionsAreCompared() {
        ProcedureText after = with(sound(), "precedence.XYZ-02>XYZ-03", null);
        after = with(with(after, "exit.PRANK", "XYZ-04"), "section.purpose", "Otro");

        TextDifference difference = TextDifference.of(sound(), after);

        assertThat(difference.precedences()).containsExactly(new Change("XYZ-02>XYZ-03", "", null));
        assertThat(difference.exits()).containsExactly(new Change("PRANK", "XYZ-01,XYZ-04", "XYZ-04"));
        assertThat(difference.sections()).containsExactly(new Change("purpose", "Texto", "Otro"));
        assertThat(difference.steps()).isEmpty();
    }

    @Test
    void aTextSurvivesBeingKept() {
        ProcedureText odd = and(
                and(sound(), new ProcedureStep("", null, 0, "", "", "", true, false, -1, null, false, "SOLD")),
                step("XYZ-02", Act.CONSULT, 2, "advisor"));

        ProcedureText kept = TextLines.read(TextLines.json(odd));

        assertThat(kept.steps()).containsExactlyInAnyOrderElementsOf(odd.steps());
        assertThat(kept.precedences()).isEqualTo(odd.precedences());
        assertThat(kept.earlyExits()).isEqualTo(odd.earlyExits());
        assertThat(kept.sections()).isEqualTo(odd.sections());
    }

    @Test
    void whatOnlyOneOfTwoPeopleTouchedIsAsThatOneLeftIt() {
        ProcedureText saved = with(sound(), "step.CONSULT.limitSeconds", "90");
        ProcedureText typed = with(with(sound(), "section.scope", "Mío"), "precedence.XYZ-02>XYZ-03", null);

        TextMerge merge = TextMerge.of(sound(), saved, typed);

        assertThat(merge.conflicts()).isEmpty();
        assertThat(TextLines.of(merge.text()))
                .containsEntry("step.CONSULT.limitSeconds", "90")
                .containsEntry("section.scope", "Mío")
                .doesNotContainKey("precedence.XYZ-02>XYZ-03");
    }

    @Test
    void whereBothWroteTheLaterStaysAndBothAreTold() {
        ProcedureText saved = with(sound(), "section.scope", "Suyo");
        ProcedureText typed = with(sound(), "section.scope", "Mío");

        TextMerge merge = TextMerge.of(sound(), saved, typed);

        assertThat(merge.text().sections()).containsEntry("scope", "Mío");
        assertThat(merge.conflicts()).containsExactly(new Change("section.scope", "Suyo", "Mío"));
        assertThat(TextMerge.of(sound(), saved, saved).conflicts()).isEmpty();
    }

    @Test
    void aStepThatOneTookOutAndTheOtherWroteInStaysWhole() {
        ProcedureText saved = without(sound(), Act.DELIVER);
        ProcedureText typed = with(sound(), "step.DELIVER.limitSeconds", "60");

        TextMerge merge = TextMerge.of(sound(), saved, typed);

        assertThat(merge.text().steps()).hasSize(4);
        assertThat(merge.conflicts()).containsExactly(new Change("step.DELIVER.limitSeconds", null, "60"));
    }
}
