package mx.gob.edomex.catgem.correction;

import static mx.gob.edomex.catgem.correction.CorrectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.correction.CandidateLine.Reference;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what is found in executions to what is done about it: rows, history and ledger together. */
class CorrectionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 30);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private CorrectionFixture fixture;

    @BeforeEach
    void aCentre() {
        fixture = new CorrectionFixture(persistence);
    }

    private List<CandidateLine> listed(String state, String rule) {
        return persistence.inTransaction(() -> fixture.queries
                .candidates(new CandidateFilter(state, null, rule, null, null, null), 1, Language.ES)
                .lines());
    }

    @Test
    void eachRuleOfAnExecutionIsOneCandidateHoweverOftenItIsRead() throws Exception {
        ContactId chat = fixture.aChat("asesora01", NOW.minus(Duration.ofDays(2)), false, "INFORMATION_GIVEN");
        persistence
                .database()
                .execute("set session_replication_role = replica;" + " delete from event where execution_id = '" + chat
                        + "' and code in ('CONFIRM', 'GREETING')");
        fixture.quality.sweep();
        persistence.database().execute("update execution_check set steps = -1 where execution_id = '" + chat + "'");
        fixture.quality.sweep();
        assertThat(fixture.value("select string_agg(rule || ' ' || coalesce(step_code, '-'), ',' order by rule)"
                        + " from finding_candidate where execution_id = '" + chat + "'"))
                .isEqualTo("D1 -,D10 -");
        CandidateLine line = listed("OPEN", "D1").stream()
                .filter(one -> one.execution().equals(chat.value()))
                .findFirst()
                .orElseThrow();
        assertThat(line.deviations())
                .as("consultation, understanding and greeting")
                .isEqualTo(3);
    }

    @Test
    void aComplaintAboutTheCentreIsACandidateByItsDispositionOrItsTopic() throws Exception {
        ContactId other = fixture.aChat("asesora02", NOW.minus(Duration.ofDays(2)), true, "COMPLAINT_GUIDED");
        ContactId complaint = fixture.aChat("asesora02", NOW.minus(Duration.ofDays(2)), true, "COMPLAINT_ABOUT_CENTRE");
        fixture.quality.sweep();
        assertThat(candidates(other)).isZero();
        assertThat(candidates(complaint)).isEqualTo(1);
        assertThat(fixture.value("select reason from event where code = 'CANDIDATE_OPENED' and contact_id = '"
                        + complaint + "'"))
                .isEqualTo("COMPLAINT");
        persistence.database().execute("update topic set about_centre = true where code = 'GENERAL'");
        ContactId byTopic = fixture.aChat("asesora02", NOW.minus(Duration.ofDays(2)), true, "INFORMATION_GIVEN");
        fixture.quality.sweep();
        persistence.database().execute("update topic set about_centre = false");
        assertThat(candidates(byTopic)).isEqualTo(1);
    }

    @Test
    void aDissatisfiedSurveyIsACandidateOnceAndASatisfiedOneIsNone() throws Exception {
        ContactId bad = surveyed("S2");
        ContactId good = surveyed("S3");
        for (int i = 0; i < 2; i++) {
            persistence.inTransaction(() -> fixture.candidates.gatherSurveys(NOW.minus(Duration.ofDays(9))));
        }
        assertThat(candidates(bad)).isEqualTo(1);
        assertThat(candidates(good)).isZero();
    }

    private ContactId surveyed(String answer) throws Exception {
        ContactId chat = fixture.aChat("asesora03", NOW.minus(Duration.ofDays(2)), true, "INFORMATION_GIVEN");
        persistence
                .database()
                .execute(
                        """
                        insert into survey_invitation (contact_id, version, channel, language, advisor, subject_id, offered_at,
                                                       expires_at, answered_at)
                        select id, 1, channel, language, 'asesora03', subject_id, '%2$s', '%2$s', '%2$s' from contact
                        where id = '%1$s';
                        insert into survey_answer (contact_id, question, code) values ('%1$s', 1, '%3$s')
                        """
                                .formatted(chat, NOW.minus(Duration.ofDays(1)), answer));
        return chat;
    }

    private int candidates(ContactId chat) throws Exception {
        return Integer.parseInt(
                fixture.value("select count(*) from finding_candidate where execution_id = '" + chat + "'"));
    }

    @Test
    void aDismissalNeedsAReasonStaysOnRecordAndIsTakenBack() throws Exception {
        long one = fixture.aCandidate("asesora01");
        long two = fixture.aCandidate("asesora01");
        assertThatThrownBy(() -> fixture.as("auditora", () -> fixture.triage.dismiss(List.of(one), " ")))
                .isInstanceOf(WordsNeeded.class);
        fixture.as("auditora", () -> fixture.triage.dismiss(List.of(one, two), "Prueba de la línea"));
        assertThat(state(one) + state(two)).isEqualTo("DISMISSEDDISMISSED");
        assertThatThrownBy(() -> fixture.as("auditora", () -> fixture.triage.dismiss(List.of(one), "Otra vez")))
                .isInstanceOf(CandidateDecidedAlready.class);
        fixture.as("supervisora", () -> fixture.triage.reconsider(List.of(one)));
        assertThat(state(one)).isEqualTo("OPEN");
        assertThat(fixture.value("select string_agg(act || ' ' || staff, ',' order by id) from finding_act"
                        + " where candidate_id = " + one))
                .isEqualTo("CANDIDATE_DISMISSED auditora,CANDIDATE_RECONSIDERED supervisora");
        assertThat(fixture.value("select string_agg(code || ' ' || role, ',' order by id) from event"
                        + " where refs->>'candidate' = '" + one + "'"))
                .isEqualTo("CANDIDATE_DISMISSED auditor,CANDIDATE_RECONSIDERED supervisor");
    }

    private String state(long candidate) throws Exception {
        return fixture.value("select state from finding_candidate where id = " + candidate);
    }

    @Test
    void manyAreDecidedTogetherOrNotAtAll() throws Exception {
        long one = fixture.aCandidate("asesora01");
        long two = fixture.aCandidate("asesora01");
        fixture.as("auditora", () -> fixture.triage.dismiss(List.of(two), "Prueba"));
        assertThatThrownBy(() -> fixture.as("auditora", () -> fixture.triage.dismiss(List.of(one, two), "Prueba")))
                .isInstanceOf(CandidateDecidedAlready.class);
        assertThat(state(one)).isEqualTo("OPEN");
    }

    @Test
    void nobodyTriagesNorSeesWhatWasFoundInTheirOwnContact() throws Exception {
        long own = fixture.aCandidate("supervisora");
        fixture.me = "supervisora";
        assertThat(listed("OPEN", null)).extracting(CandidateLine::id).doesNotContain(own);
        assertThatThrownBy(() -> fixture.as("supervisora", () -> fixture.triage.dismiss(List.of(own), "Nada")))
                .isInstanceOf(NobodyTriagesTheirOwn.class);
        fixture.me = "auditora";
        assertThat(listed("OPEN", null)).extracting(CandidateLine::id).contains(own);
    }

    @Test
    void aFindingIsAboutWhatItsCandidatesShareAndTakesMore() throws Exception {
        long one = fixture.aCandidate("asesora01");
        long two = fixture.aCandidate("asesora02");
        FindingId[] id = new FindingId[1];
        fixture.as("auditora", () -> id[0] = fixture.triage.open(List.of(one, two), "Sin consultar", "Dos folios"));
        long three = fixture.aCandidate("asesora01");
        fixture.as("auditora", () -> fixture.triage.join(List.of(three), id[0]));
        FindingCard card = fixture.card(id[0]);
        assertThat(card.subject()).isEqualTo(new Subject(FindingKind.DEVIATION, "D1", "AVC", "AVC-07"));
        assertThat(card.number()).matches("H-2026-\\d{4}");
        assertThat(persistence.inTransaction(() -> fixture.queries.of(id[0], Language.ES)))
                .extracting(CandidateLine::id)
                .containsExactlyInAnyOrder(one, two, three);
        fixture.as("auditora", () -> fixture.corrections.setAside(id[0], "Caso único"));
        long four = fixture.aCandidate("asesora01");
        assertThatThrownBy(() -> fixture.as("auditora", () -> fixture.triage.join(List.of(four), id[0])))
                .isInstanceOf(FindingNotInState.class);
    }

    @Test
    void nonconformitiesAreNumberedByYearWithoutGaps() throws Exception {
        FindingId first = fixture.aFinding("Uno");
        FindingId second = fixture.aFinding("Dos");
        persistence.database().execute("update finding_number set last = 41 where prefix = 'NC' and year = 2026");
        persistence.database().execute("insert into finding_number values ('NC', 2026, 41) on conflict do nothing");
        fixture.as("auditora", () -> fixture.corrections.confirm(first));
        assertThatThrownBy(() -> fixture.as("auditora", () -> fixture.corrections.confirm(first)))
                .isInstanceOf(FindingNotInState.class);
        fixture.as("auditora", () -> fixture.corrections.confirm(second));
        assertThat(fixture.card(first).nonconformity()).isEqualTo("NC-2026-0042");
        assertThat(fixture.card(second).nonconformity()).isEqualTo("NC-2026-0043");
    }

    @Test
    void aWholeCaseWithItsFiguresBeforeAndAfterAndASecondRound() throws Exception {
        FindingId id = fixture.aFinding("Se responde sin consultar");
        fixture.as("auditora", () -> fixture.corrections.confirm(id));
        fixture.as("coordinadora1", () -> fixture.corrections.explain(id, List.of("Tienen prisa", "No hay ficha")));
        fixture.as("coordinadora1", () -> fixture.corrections.plan(id, "Escribir la ficha", "informacion1", TODAY));
        assertThat(mine("informacion1")).extracting(ActionLine::root).containsExactly("No hay ficha");
        assertThat(todo("informacion1")).isEqualTo(1);
        UUID action = mine("informacion1").get(0).id();
        fixture.as("informacion1", () -> fixture.corrections.done(action, "Ficha 12, versión 3"));
        assertThat(todo("informacion1")).isZero();
        FindingCard watched = fixture.card(id);
        assertThat(watched.state()).isEqualTo(FindingState.WATCHED);
        assertThat(watched.checkOn()).isEqualTo(TODAY.plusWeeks(4));
        int before = watched.effect().before().hits();
        assertThat(before).isPositive();
        assertThat(watched.effect().after().of()).isZero();

        fixture.aChat("asesora01", NOW.plus(Duration.ofDays(2)), true, "INFORMATION_GIVEN");
        fixture.aChat("asesora01", NOW.plus(Duration.ofDays(3)), false, "INFORMATION_GIVEN");
        fixture.aChat("asesora01", NOW.plus(Duration.ofDays(40)), false, "INFORMATION_GIVEN");
        fixture.quality.sweep();
        fixture.clock.pass(Duration.ofDays(27));
        assertThatThrownBy(() -> fixture.as("auditora", () -> fixture.corrections.judge(id, true, "Bajó")))
                .isInstanceOf(EffectNotDueYet.class);
        fixture.clock.pass(Duration.ofDays(1));
        fixture.as("auditora", () -> fixture.corrections.judge(id, false, "Sigue igual"));
        FindingCard reopened = fixture.card(id);
        assertThat(reopened.state()).isEqualTo(FindingState.REOPENED);
        assertThat(reopened.round()).isEqualTo(2);
        EffectFigure kept = reopened.verdicts().get(0).effect();
        assertThat(kept.before().hits()).isEqualTo(before);
        assertThat(kept.after().hits() + "/" + kept.after().of()).isEqualTo("1/2");
        assertThat(kept.after().percent()).isEqualTo(50.0);
        assertThat(reopened.earlier()).extracting(ActionLine::evidence).containsExactly("Ficha 12, versión 3");
        assertThat(reopened.history())
                .extracting(FindingCard.History::act)
                .containsExactly(
                        "FINDING_OPENED",
                        "CANDIDATE_JOINED",
                        "NONCONFORMITY_RAISED",
                        "CAUSE_STATED",
                        "ACTION_PLANNED",
                        "ACTION_DONE",
                        "EFFECT_WATCHED",
                        "EFFECT_REFUTED");
        assertThat(fixture.value("select count(*) from event where refs->>'finding' = '" + id + "'"))
                .isEqualTo("8");
    }

    private List<ActionLine> mine(String owner) {
        fixture.me = owner;
        try {
            return persistence.inTransaction(() -> fixture.queries.mine());
        } finally {
            fixture.me = "auditora";
        }
    }

    private int todo(String owner) {
        fixture.me = owner;
        try {
            return persistence.inTransaction(() -> fixture.queries.toDo());
        } finally {
            fixture.me = "auditora";
        }
    }

    @Test
    void theAuditorAndStrangersOwnNoAction() throws Exception {
        FindingId id = fixture.aFinding("Sin dueño");
        fixture.as("auditora", () -> fixture.corrections.confirm(id));
        fixture.as("supervisora", () -> fixture.corrections.explain(id, List.of("Causa")));
        for (String owner : List.of("auditora", "nadie", "")) {
            assertThatThrownBy(
                            () -> fixture.as("supervisora", () -> fixture.corrections.plan(id, "Hacer", owner, TODAY)))
                    .isInstanceOf(OwnerNotInCentre.class);
        }
        assertThat(persistence.inTransaction(() -> fixture.queries.owners()))
                .extracting(FindingQueries.Person::username)
                .contains("asesora01", "supervisora")
                .doesNotContain("auditora", "integracion");
    }

    @Test
    void whatHappenedBeforeIsShownAtTriageAndOnTheCard() throws Exception {
        FindingId first = fixture.aFinding("La primera");
        fixture.as("auditora", () -> fixture.corrections.confirm(first));
        String number = fixture.card(first).nonconformity();
        long candidate = fixture.aCandidate("asesora04");
        assertThat(listed("OPEN", "D1").stream()
                        .filter(line -> line.id() == candidate)
                        .flatMap(line -> line.before().stream()))
                .extracting(Reference::number)
                .contains(number);
        fixture.clock.pass(Duration.ofDays(1));
        FindingId second = fixture.aFinding("La segunda");
        assertThat(fixture.card(second).before()).extracting(Reference::number).contains(number);
        assertThat(fixture.card(first).before()).extracting(Reference::id).doesNotContain(second.value());
    }

    @Test
    void theListSaysWhatIsOverdueAndWhenTheNextThingIsDue() throws Exception {
        FindingId id = fixture.aFinding("Vencida");
        fixture.as("auditora", () -> fixture.corrections.confirm(id));
        fixture.as("supervisora", () -> fixture.corrections.explain(id, List.of("Causa")));
        fixture.as("supervisora", () -> fixture.corrections.plan(id, "Hacer", "coordinadora4", TODAY));
        assertThat(overdue(id)).isZero();
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(overdue(id)).isEqualTo(1);
        assertThat(mine("coordinadora4")).extracting(ActionLine::overdue).containsExactly(true);
    }

    private int overdue(FindingId id) {
        return persistence.inTransaction(
                () -> fixture.queries.findings(new FindingFilter(FindingFilter.Stage.OVERDUE, null, null)).stream()
                        .filter(line ->
                                line.id().equals(id.value()) && line.next().equals(TODAY))
                        .mapToInt(FindingLine::overdue)
                        .sum());
    }

    @Test
    void nothingIsDeletedAndNothingClosesBehindTheCheck() throws Exception {
        FindingId id = fixture.aFinding("Para siempre");
        for (String table : List.of(
                "finding", "finding_candidate", "corrective_action", "finding_cause", "effect_check", "finding_act")) {
            assertThatThrownBy(() -> persistence.database().execute("delete from " + table))
                    .hasMessageContaining("is refused");
        }
        for (String table : List.of(
                "finding_cause set why = ''", "effect_check set effective = true", "finding_act set words = ''")) {
            assertThatThrownBy(() -> persistence.database().execute("update " + table))
                    .hasMessageContaining("is refused");
        }
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("update finding set state = 'EFFECTIVE', nonconformity = 'NC-X', check_on = now()"
                                + " where id = '" + id + "'"))
                .hasMessageContaining("nobody has checked");
    }
}
