package mx.gob.edomex.catgem.evidence;

import static mx.gob.edomex.catgem.evidence.Act.ASSIGNED;
import static mx.gob.edomex.catgem.evidence.Act.CLASSIFY;
import static mx.gob.edomex.catgem.evidence.Act.COMPETENCE;
import static mx.gob.edomex.catgem.evidence.Act.CONFIRM;
import static mx.gob.edomex.catgem.evidence.Act.CONSULT;
import static mx.gob.edomex.catgem.evidence.Act.DELIVER;
import static mx.gob.edomex.catgem.evidence.Act.ENTERS_QUEUE;
import static mx.gob.edomex.catgem.evidence.Act.GREETING;
import static mx.gob.edomex.catgem.evidence.Act.NOTICE;
import static mx.gob.edomex.catgem.evidence.Act.SECOND_READING;
import static mx.gob.edomex.catgem.evidence.Act.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChecklistTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final EvidenceFixture evidence = new EvidenceFixture(persistence);

    @Test
    void aStepFillsItselfWithBasisAndTimeAsItIsRecorded() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, ASSIGNED);
        persistence.inTransaction(() -> {
            evidence.recorder.done(
                    chat, GREETING, Basis.DECLARED, Actor.advisor("asesora01"), EvidenceFixture.T0.plusSeconds(9));
        });

        ChecklistItem greeting = item(chat, GREETING);

        assertThat(greeting.code()).isEqualTo("AVC-03");
        assertThat(greeting.name()).isEqualTo("Saludo de protocolo");
        assertThat(greeting.state()).isEqualTo(StepState.DONE);
        assertThat(greeting.basis()).isEqualTo(Basis.DECLARED);
        assertThat(greeting.at()).isEqualTo(EvidenceFixture.T0.plusSeconds(9));
        assertThat(item(chat, CONSULT).state()).isEqualTo(StepState.PENDING);
    }

    @Test
    void theListIsTheWholePinnedVersionInItsOrderInTheReadersLanguage() {
        ContactId mail = evidence.begun("AVE");

        List<ChecklistItem> items = persistence.inTransaction(() -> evidence.checklist.of(mail, Language.EN));

        assertThat(items).hasSize(12).extracting(ChecklistItem::act).doesNotContain(GREETING, CONFIRM);
        assertThat(items).extracting(ChecklistItem::code).isSorted().startsWith("AVE-01");
        assertThat(items).extracting(ChecklistItem::name).contains("Sends the answer");
    }

    @Test
    void aContactOutsideOfAnyProcedureHasNoList() {
        assertThat(persistence.inTransaction(() -> evidence.checklist.of(ContactId.random(), Language.ES)))
                .isEmpty();
    }

    @Test
    void aResolvedContactOwesEveryMandatoryStep() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED, GREETING, CLASSIFY, CONSULT, DELIVER);

        assertThat(missing(chat, "RESOLVED")).containsExactly(COMPETENCE, CONFIRM);
        assertThat(missing(chat, "REFERRED")).containsExactly(COMPETENCE, CONFIRM, Act.REFER);
    }

    @Test
    void anEarlyExitOwesOnlyItsOwnSteps() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED);

        assertThat(missing(chat, "WRONG_NUMBER")).containsExactly(GREETING);
        assertThat(missing(chat, "SILENCE")).containsExactly(GREETING);
        assertThat(missing(chat, "PRANK")).containsExactly(GREETING);
        assertThat(missing(chat, "ABUSE")).containsExactly(GREETING);
        assertThat(missing(chat, "CITIZEN_LEFT")).isEmpty();
        assertThat(missing(chat, "EMERGENCY")).containsExactly(Act.REFER);
        assertThat(missing(chat, "DUPLICATE")).containsExactly(CLASSIFY);
    }

    @Test
    void aMailThatIsAPrankOwesNoGreetingBecauseItsProcedureHasNone() {
        ContactId mail = evidence.begun("AVE", ENTERS_QUEUE, NOTICE, ASSIGNED);

        assertThat(missing(mail, "PRANK")).isEmpty();
        assertThat(missing(mail, "RESOLVED"))
                .containsExactly(CLASSIFY, COMPETENCE, CONSULT, DELIVER, SECOND_READING, SEND);
    }

    @Test
    void stepsOfAttentionAreNotOwedByAContactThatWasNeverAssigned() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE);
        evidence.closed(chat, "ABANDONED_IN_QUEUE");

        assertThat(missing(chat, "ABANDONED_IN_QUEUE")).isEmpty();
        assertThat(item(chat, GREETING).state()).isEqualTo(StepState.NOT_APPLICABLE);
        assertThat(item(chat, GREETING).mandatory()).isFalse();
        assertThat(item(chat, Act.CLOSE).state()).isEqualTo(StepState.DONE);
    }

    @Test
    void afterClosingTheOutcomeOfTheCloseStepDecidesWhatIsMissing() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED);
        evidence.closed(chat, "EMERGENCY");

        assertThat(item(chat, Act.REFER).state()).isEqualTo(StepState.PENDING);
        assertThat(item(chat, Act.REFER).mandatory()).isTrue();
        assertThat(item(chat, CONSULT).state()).isEqualTo(StepState.NOT_APPLICABLE);
    }

    @Test
    void aStepSkippedWithAReasonIsNotAskedForAgain() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED, GREETING, CLASSIFY, CONSULT, DELIVER);
        persistence.inTransaction(() -> {
            evidence.recorder.record(
                    chat,
                    CONFIRM,
                    StepKind.SKIPPED,
                    Basis.DECLARED,
                    Actor.advisor("asesora01"),
                    EvidenceFixture.T0,
                    null,
                    "CITIZEN_LEFT",
                    Map.of());
        });

        assertThat(item(chat, CONFIRM).state()).isEqualTo(StepState.SKIPPED);
        assertThat(missing(chat, "RESOLVED")).containsExactly(COMPETENCE);
    }

    @Test
    void aCorrectedStepCountsNoLonger() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED, CLASSIFY);
        persistence.inTransaction(() -> {
            evidence.recorder.record(
                    chat,
                    CLASSIFY,
                    StepKind.CORRECTION,
                    Basis.DECLARED,
                    Actor.SYSTEM,
                    EvidenceFixture.T0,
                    null,
                    "BY_MISTAKE",
                    Map.of());
        });
        // The recorder names no corrected event yet; an event can only be inserted, so a correction is made by hand.
        assertThat(item(chat, CLASSIFY).state()).isEqualTo(StepState.DONE);
        persistence.inTransaction(() -> {
            persistence
                    .entityManager()
                    .createNativeQuery(
                            """
                            insert into event (kind, code, contact_id, execution_id, k, step_code, step_kind, source, basis,
                                               corrects, at, app_clock)
                            select 'STEP', code, contact_id, execution_id, 99, step_code, 'CORRECTION', 'SYSTEM', basis, id,
                                   at, app_clock
                            from event where execution_id = ?1 and code = 'CLASSIFY' and step_kind = 'END'
                            """)
                    .setParameter(1, chat.value())
                    .executeUpdate();
        });
        assertThat(item(chat, CLASSIFY).state()).isEqualTo(StepState.PENDING);
    }

    @Test
    void anAnswerBeforeItsEntryWasConsultedBreaksThePrecedence() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED, CLASSIFY);
        assertThat(persistence.inTransaction(() -> evidence.checklist.notYetDoneBefore(chat, DELIVER)))
                .containsExactly("AVC-07");

        evidence.done(chat, DELIVER, CONSULT);

        assertThat(broken(chat)).containsExactly(new BrokenPrecedence("AVC-07", "AVC-08"));
        assertThat(persistence.inTransaction(() -> evidence.checklist.notYetDoneBefore(chat, DELIVER)))
                .isEmpty();
    }

    @Test
    void aSecondQuestionMayBeConsultedAfterTheFirstAnswer() {
        ContactId chat =
                evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED, CLASSIFY, CONSULT, DELIVER, CONSULT, DELIVER);

        assertThat(broken(chat)).isEmpty();
    }

    @Test
    void stepNumbersAloneDeclareNoOrder() {
        ContactId chat = evidence.begun("AVC", ENTERS_QUEUE, NOTICE, ASSIGNED, CLASSIFY, GREETING);

        assertThat(broken(chat)).isEmpty();
    }

    @Test
    void theNoticeComesBeforeTheClassificationOnEveryChannel() {
        for (String procedure : List.of("AVT", "AVC", "AVE")) {
            ContactId contact = evidence.begun(procedure, ENTERS_QUEUE, ASSIGNED, CLASSIFY, NOTICE);
            assertThat(broken(contact)).as(procedure).hasSize(1);
        }
    }

    private List<BrokenPrecedence> broken(ContactId contact) {
        return persistence.inTransaction(() -> evidence.checklist.precedenceBroken(contact));
    }

    private List<Act> missing(ContactId contact, String outcome) {
        return persistence.inTransaction(() -> evidence.checklist.missing(contact, outcome, Language.ES)).stream()
                .map(ChecklistItem::act)
                .toList();
    }

    private ChecklistItem item(ContactId contact, Act act) {
        return persistence.inTransaction(() -> evidence.checklist.of(contact, Language.ES)).stream()
                .filter(item -> item.act() == act)
                .findFirst()
                .orElseThrow();
    }
}
