package mx.gob.edomex.catgem.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a finding, state by state, and what it refuses. */
class FindingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int WEEKS = 4;

    private final Finding finding = new Finding(
            new FindingId(UUID.randomUUID()),
            "H-2026-0001",
            new Subject(FindingKind.DEVIATION, "D1", "AVC", "AVC-07"),
            " Se responde sin consultar ",
            "Tres folios",
            WEEKS,
            "auditora",
            NOW);

    private CorrectiveAction planned(String owner, LocalDate due) {
        CorrectiveAction action =
                new CorrectiveAction(UUID.randomUUID(), finding.round(), "Capacitar", owner, due, "supervisora", NOW);
        finding.plan(action, TODAY);
        return action;
    }

    private void explained() {
        finding.confirm("NC-2026-0001", NOW);
        finding.explain(List.of("Nadie lo pide", "No está en el guion"));
    }

    private void watched() {
        explained();
        done(planned("coordinadora1", TODAY));
    }

    private void done(CorrectiveAction action) {
        finding.done(action.id(), "coordinadora1", "Lista de asistencia", NOW, TODAY);
    }

    private void judge(String who, boolean effective, LocalDate day) {
        finding.judge(who, effective, NOW, day);
    }

    @Test
    void aCaseGoesFromItsFindingToItsEffect() {
        assertThat(finding.state()).isEqualTo(FindingState.FINDING);
        finding.confirm("NC-2026-0001", NOW);
        assertThat(finding.state()).isEqualTo(FindingState.NONCONFORMITY);
        finding.explain(List.of("Nadie lo pide"));
        assertThat(finding.state()).isEqualTo(FindingState.EXPLAINED);
        CorrectiveAction first = planned("coordinadora1", TODAY);
        CorrectiveAction second = planned("coordinadora1", TODAY.plusDays(7));
        assertThat(finding.state()).isEqualTo(FindingState.IN_ACTION);
        done(first);
        assertThat(finding.state()).as("another action is open").isEqualTo(FindingState.IN_ACTION);
        done(second);
        assertThat(finding.state()).isEqualTo(FindingState.WATCHED);
        assertThat(finding.checkOn()).isEqualTo(TODAY.plusWeeks(WEEKS));
        judge("auditora", true, TODAY.plusWeeks(WEEKS));
        assertThat(finding.state()).isEqualTo(FindingState.EFFECTIVE);
    }

    @Test
    void whatDidNotHelpIsOpenedAgainInANextRoundWithItsActionsBehindIt() {
        watched();
        judge("auditora", false, TODAY.plusWeeks(WEEKS));
        assertThat(finding.state()).isEqualTo(FindingState.REOPENED);
        assertThat(finding.round()).isEqualTo(2);
        assertThat(finding.actions()).isEmpty();
        assertThat(finding.checkOn()).isNull();
        assertThatThrownBy(() -> planned("coordinadora1", TODAY)).isInstanceOf(NoActionWithoutCause.class);
        finding.explain(List.of("El guion no cambió"));
        done(planned("coordinadora1", TODAY));
        assertThat(finding.state()).isEqualTo(FindingState.WATCHED);
    }

    @Test
    void whatIsSetAsideHasEnded() {
        finding.setAside(NOW);
        assertThat(finding.state().isEnded()).isTrue();
        assertThatThrownBy(() -> finding.confirm("NC-2026-0001", NOW)).isInstanceOf(FindingNotInState.class);
        assertThatThrownBy(() -> finding.setAside(NOW)).isInstanceOf(FindingNotInState.class);
    }

    @Test
    void whatIsConfirmedIsNotSetAside() {
        finding.confirm("NC-2026-0001", NOW);
        assertThatThrownBy(() -> finding.setAside(NOW)).isInstanceOf(FindingNotInState.class);
        assertThatThrownBy(() -> finding.confirm("NC-2026-0002", NOW)).isInstanceOf(FindingNotInState.class);
    }

    @Test
    void noCauseNoAction() {
        assertThatThrownBy(() -> planned("coordinadora1", TODAY)).isInstanceOf(FindingNotInState.class);
        finding.confirm("NC-2026-0001", NOW);
        assertThatThrownBy(() -> planned("coordinadora1", TODAY)).isInstanceOf(NoActionWithoutCause.class);
    }

    @Test
    void aCauseIsOneToFiveWhysAndBlankLinesAreNone() {
        finding.confirm("NC-2026-0001", NOW);
        assertThatThrownBy(() -> finding.explain(List.of("", " "))).isInstanceOf(CauseNeedsAWhy.class);
        assertThatThrownBy(() -> finding.explain(List.of("1", "2", "3", "4", "5", "6")))
                .isInstanceOf(CauseNeedsAWhy.class);
        assertThat(finding.explain(List.of("1", " 2 ", "", "", "5"))).containsExactly("1", "2", "5");
    }

    @Test
    void aCauseIsStatedBetterOnlyUntilAnActionIsPlanned() {
        explained();
        finding.explain(List.of("Otra causa"));
        planned("coordinadora1", TODAY);
        assertThatThrownBy(() -> finding.explain(List.of("Otra más"))).isInstanceOf(FindingNotInState.class);
    }

    @Test
    void anActionIsDueTodayOrLaterAndWithinAYear() {
        explained();
        assertThatThrownBy(() -> planned("coordinadora1", TODAY.minusDays(1))).isInstanceOf(DueDayPast.class);
        assertThatThrownBy(() -> planned("coordinadora1", TODAY.plusYears(1).plusDays(1)))
                .isInstanceOf(DueDayPast.class);
        planned("coordinadora1", TODAY.plusYears(1));
    }

    @Test
    void onlyItsOwnerDoesAnActionOnceAndWithEvidence() {
        explained();
        CorrectiveAction action = planned("coordinadora1", TODAY);
        planned("coordinadora1", TODAY);
        assertThatThrownBy(() -> finding.done(action.id(), "coordinadora2", "x", NOW, TODAY))
                .isInstanceOf(ActionNotYours.class);
        assertThatThrownBy(() -> finding.done(action.id(), "coordinadora1", " ", NOW, TODAY))
                .isInstanceOf(WordsNeeded.class);
        done(action);
        assertThatThrownBy(() -> done(action)).isInstanceOf(ActionDoneAlready.class);
    }

    @Test
    void nothingClosesBeforeEveryActionIsDone() {
        assertThatThrownBy(() -> judge("auditora", true, TODAY)).isInstanceOf(FindingNotInState.class);
        finding.confirm("NC-2026-0001", NOW);
        assertThatThrownBy(() -> judge("auditora", true, TODAY)).isInstanceOf(NoClosingWithOpenActions.class);
        finding.explain(List.of("Nadie lo pide"));
        assertThatThrownBy(() -> judge("auditora", true, TODAY)).isInstanceOf(NoClosingWithOpenActions.class);
        planned("coordinadora1", TODAY);
        assertThatThrownBy(() -> judge("auditora", true, TODAY.plusYears(1)))
                .isInstanceOf(NoClosingWithOpenActions.class);
    }

    @Test
    void theEffectIsNotCheckedBeforeItsDay() {
        watched();
        assertThatThrownBy(() -> judge("auditora", true, TODAY.plusWeeks(WEEKS).minusDays(1)))
                .isInstanceOf(EffectNotDueYet.class);
    }

    @Test
    void nobodyChecksTheEffectOfWhatTheyPlannedOrDid() {
        watched();
        LocalDate due = TODAY.plusWeeks(WEEKS);
        assertThatThrownBy(() -> judge("coordinadora1", true, due)).isInstanceOf(NobodyChecksTheirOwnAction.class);
        assertThatThrownBy(() -> judge("supervisora", true, due)).isInstanceOf(NobodyChecksTheirOwnAction.class);
        judge("auditora", true, due);
    }

    @Test
    void whatHasEndedEffectiveIsNotJudgedAgain() {
        watched();
        judge("auditora", true, TODAY.plusWeeks(WEEKS));
        assertThatThrownBy(() -> judge("auditora", false, TODAY.plusWeeks(WEEKS)))
                .isInstanceOf(FindingNotInState.class);
    }

    @Test
    void aFindingSaysWhatItIsAbout() {
        assertThatThrownBy(() ->
                        new Finding(finding.id(), "H-2026-0002", finding.subject(), " ", "x", WEEKS, "auditora", NOW))
                .isInstanceOf(WordsNeeded.class);
        assertThatThrownBy(() ->
                        new Finding(finding.id(), "H-2026-0002", finding.subject(), "x", null, WEEKS, "auditora", NOW))
                .isInstanceOf(WordsNeeded.class);
    }
}
