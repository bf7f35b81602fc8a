package mx.gob.edomex.catgem.audit;

import static mx.gob.edomex.catgem.audit.AuditFixture.TODAY;
import static mx.gob.edomex.catgem.audit.AuditFixture.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.audit.AuditCard.Item;
import mx.gob.edomex.catgem.correction.FindingId;
import mx.gob.edomex.catgem.correction.FindingState;
import mx.gob.edomex.catgem.correction.WordsNeeded;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An audit from its plan to its end: who may do it, what it is drawn from, what is said of it, and what stays. */
class AuditTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private AuditFixture fixture;

    @BeforeEach
    void aCentre() {
        fixture = new AuditFixture(persistence);
    }

    private void refused(Class<? extends Throwable> rule, String who, Runnable act) {
        assertThatThrownBy(() -> fixture.as(who, act)).isInstanceOf(rule);
    }

    @Test
    void anAuditGoesFromItsPlanToItsEndAndItsFindingIsACase() throws Exception {
        fixture.chats(4, "asesora01");
        AuditId id = fixture.drawn(2, "auditora");
        UUID first = fixture.item(id, 1);
        fixture.as("auditora", () -> fixture.work.mark(first, Verdict.FINDING, "AVC-03", "No saluda"));
        refused(FoliosNotExamined.class, "auditora", () -> fixture.work.report(id, "Bien"));
        fixture.as(
                "auditora",
                () -> fixture.work.mark(
                        fixture.queries.card(id, Language.ES).items().get(1).id(), Verdict.CONFORMS, null, null));
        fixture.as("auditora", () -> fixture.work.report(id, "Uno de dos"));
        AuditCard reported = fixture.card(id);
        assertThat(reported.conforming()).isEqualTo(50.0);
        assertThat(reported.tallies())
                .extracting(tally -> tally.procedure() + " " + tally.step() + " " + tally.findings())
                .containsExactly("AVC AVC-03 1");
        refused(AuditFindingsUndecided.class, "auditora", () -> fixture.work.close(id));

        long candidate =
                Long.parseLong(fixture.value("select id from finding_candidate where kind = 'AUDIT' and mark_id = '"
                        + reported.findings().get(0).id() + "'"));
        FindingId[] finding = new FindingId[1];
        fixture.as("auditor2", () -> finding[0] = fixture.triage.open(List.of(candidate), "Sin saludo", "Se vio"));
        fixture.as("auditora", () -> fixture.work.close(id));
        AuditCard closed = fixture.card(id);
        assertThat(closed.state()).isEqualTo(AuditState.CLOSED);
        assertThat(closed.findings().get(0).findingState()).isEqualTo(FindingState.FINDING);
        assertThat(closed.findings().get(0).finding()).isEqualTo(finding[0].value());
        assertThat(closed.history())
                .extracting(AuditCard.History::act)
                .containsExactly(
                        "AUDIT_PLANNED",
                        "AUDIT_SAMPLE_RECORDED",
                        "AUDIT_SAMPLE_DRAWN",
                        "AUDIT_REPORTED",
                        "AUDIT_CLOSED");
        assertThat(fixture.value("select string_agg(code, ',' order by id) from event where refs ->> 'audit' = '" + id
                        + "' and contact_id is null"))
                .isEqualTo("AUDIT_PLANNED,AUDIT_SAMPLE_RECORDED,AUDIT_SAMPLE_DRAWN,AUDIT_REPORTED,AUDIT_CLOSED");
        assertThat(fixture.value("select string_agg(code || coalesce(' ' || reason, ''), ',' order by id) from event"
                        + " where refs ->> 'audit' = '" + id
                        + "' and contact_id is not null and code <> 'AUDIT_FOLIO_DRAWN'"))
                .isEqualTo("AUDIT_FOLIO_MARKED FINDING,AUDIT_FOLIO_MARKED CONFORMS");
    }

    @Test
    void whoAttendedCoordinatedOrWroteWhatIsInScopeIsNotNamed() throws Exception {
        ContactId chat = fixture.chats(1, "asesora01").get(0);
        fixture.execute("insert into user_role values ('asesora02', 'auditor'), ('coordinadora3', 'auditor'),"
                + " ('informacion2', 'auditor'), ('asesora03', 'auditor') on conflict do nothing");
        fixture.execute("insert into leg (contact_id, number, advisor, points, connected_at) values ('" + chat
                + "', 1, 'asesora02', 1, now())");
        fixture.execute("insert into event (kind, code, contact_id, staff, role, source, at, app_clock) values"
                + " ('SYSTEM', 'COACHED', '" + chat + "', 'coordinadora3', 'coordinator', 'SCREEN', now(), now()),"
                + " ('SYSTEM', 'FOLIO_READ', '" + chat + "', 'auditor2', 'auditor', 'SCREEN', now(), now())");
        String version = fixture.value("select id from knowledge_version limit 1");
        fixture.execute("update knowledge_version set reviewer = 'informacion2' where id = '" + version + "'");
        fixture.execute(
                "insert into event (kind, code, contact_id, execution_id, k, step_code, step_kind, basis, source,"
                        + " refs, at, app_clock) values ('STEP', 'CONSULT', '" + chat + "', '" + chat
                        + "', 99, 'AVC-07', 'END', 'MEASURED', 'SCREEN', '{\"knowledgeVersion\": \"" + version
                        + "\"}', now(), now())");
        for (String who : List.of("asesora02", "coordinadora3", "informacion2")) {
            refused(AuditorNotIndependent.class, "auditora", () -> fixture.programme.plan(fixture.planOf(who)));
            refused(
                    AuditorNotIndependent.class,
                    "auditora",
                    () -> fixture.programme.plan(fixture.planOf("auditora", who)));
        }
        assertThatThrownBy(() -> fixture.planned("informacion2"))
                .isInstanceOfSatisfying(AuditorNotIndependent.class, refused -> assertThat(refused.part())
                        .extracting(Involvement::contacts, Involvement::texts)
                        .containsExactly(0, 1));
        fixture.planned("auditor2", "asesora03");
    }

    @Test
    void whoComesToHaveAPartAfterwardsIsNotGivenThatFolio() throws Exception {
        List<ContactId> chats = fixture.chats(6, "asesora01");
        AuditId id = fixture.recorded(6, "auditora", "auditor2");
        AuditId alone = fixture.recorded(6, "auditora");
        attended(chats.get(0), "auditora");
        attended(chats.get(1), "auditora");
        fixture.as("auditora", () -> fixture.sampling.draw(id));
        assertThat(fixture.value("select string_agg(distinct auditor, ',') from audit_item where audit_id = '" + id
                        + "' and contact_id in ('" + chats.get(0) + "', '" + chats.get(1) + "')"))
                .isEqualTo("auditor2");
        assertThat(fixture.card(id).items()).extracting(Item::auditor).contains("auditora");
        refused(FolioWithoutIndependentAuditor.class, "auditora", () -> fixture.sampling.draw(alone));
        assertThat(fixture.card(alone).items()).isEmpty();
    }

    private void attended(ContactId chat, String advisor) throws Exception {
        fixture.execute("insert into leg (contact_id, number, advisor, points, connected_at) values ('" + chat
                + "', 1, '" + advisor + "', 1, now())");
    }

    @Test
    void whoseTimeAsAnAuditorIsOverIsNamedForNoAudit() throws Exception {
        String period = "update app_user set valid_from = date '" + TODAY + "' - 9, valid_until = date '" + TODAY
                + "' + %d where username = 'auditor2'";
        fixture.persistence.database().execute(period.formatted(-1));
        try {
            refused(
                    AuditorUnknown.class,
                    plan("x", List.of("AVC"), fixture.day, fixture.day, TODAY, TODAY, "auditor2"));
            assertThat(fixture.persistence.inTransaction(() -> fixture.queries.auditors()))
                    .extracting(AuditCard.Person::username)
                    .contains("auditora")
                    .doesNotContain("auditor2");
        } finally {
            fixture.persistence.database().execute(period.formatted(300));
        }
    }

    @Test
    void noFolioIsExaminedByWhoHadAPartInIt() throws Exception {
        List<ContactId> chats = fixture.chats(1, "asesora01");
        AuditId id = fixture.drawn(1, "auditora", "auditor2");
        UUID item = fixture.item(id, 1);
        attended(chats.get(0), "auditora");
        refused(NobodyAuditsTheirOwn.class, "auditora", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        fixture.as("auditora", () -> fixture.work.assign(item, "auditor2"));
        refused(FolioNotYoursToAudit.class, "auditora", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        refused(NobodyAuditsTheirOwn.class, "auditora", () -> fixture.work.assign(item, "auditora"));
        refused(AuditorUnknown.class, "auditora", () -> fixture.work.assign(item, "asesora01"));
        fixture.as("auditor2", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        refused(FolioMarkedAlready.class, "auditora", () -> fixture.work.assign(item, "auditor2"));
    }

    @Test
    void thePopulationIsWhatWasAttendedAndClosedInTheScope() {
        List<ContactId> chats = fixture.chats(3, "asesora01");
        fixture.aChat(fixture.day, "asesora01", "ABANDONED_IN_QUEUE");
        fixture.aChat(fixture.day.plusDays(1), "asesora01", "CLOSED");
        AuditId id = fixture.planned("auditora");
        assertThat(persistence.inTransaction(() -> fixture.queries.population(id)))
                .hasSize(chats.size())
                .isSorted();
        assertThat(fixture.card(id).population()).isEqualTo(3);
    }

    @Test
    void theSampleIsDrawnAgainFromItsRecordByAnybody() throws Exception {
        List<ContactId> chats = fixture.chats(12, "asesora01");
        AuditId id = fixture.drawn(5, "auditora");
        AuditCard card = fixture.card(id);
        List<String> folios = persistence.inTransaction(() -> fixture.queries.population(id));
        assertThat(card.sample().population()).isEqualTo(12);
        assertThat(card.sample().hash()).isEqualTo(SampleDraw.hash(folios));
        assertThat(card.items())
                .extracting(Item::folio)
                .isEqualTo(SampleDraw.draw(folios, card.sample().seed(), 5));
        assertThat(fixture.recount(id).same()).isTrue();
        assertThat(fixture.value(
                        "select count(*) from event where code = 'AUDIT_SAMPLE_RECORDED' and refs ->> 'seed' = '"
                                + card.sample().seed() + "' and refs ->> 'hash' = '"
                                + card.sample().hash()
                                + "' and refs ->> 'size' = '5' and refs ->> 'population' = '12'"))
                .isEqualTo("1");
        fixture.execute(
                "update contact set closed_at = closed_at + interval '2 days' where id = '" + chats.get(0) + "'");
        Recount changed = fixture.recount(id);
        assertThat(changed.samePopulation()).isFalse();
        assertThat(changed.same()).isFalse();
        assertThat(changed.population()).isEqualTo(11);
    }

    @Test
    void nothingIsDrawnBeforeItsRecordIsCommitted() {
        fixture.chats(3, "asesora01");
        AuditId id = fixture.planned("auditora");
        refused(AuditNotInState.class, "auditora", () -> fixture.sampling.draw(id));
        assertThatThrownBy(() -> fixture.as("auditora", () -> {
                    fixture.sampling.record(id, declared(2));
                    fixture.sampling.draw(id);
                }))
                .hasStackTraceContaining("nothing is drawn before seed and population are on record");
        fixture.as("auditora", () -> fixture.sampling.record(id, declared(2)));
        refused(AuditNotInState.class, "auditora", () -> fixture.sampling.record(id, declared(2)));
        fixture.as("auditora", () -> fixture.sampling.draw(id));
        refused(AuditNotInState.class, "auditora", () -> fixture.sampling.draw(id));
    }

    @Test
    void aPopulationThatIsNotTheOneOnRecordIsNotDrawnFrom() {
        fixture.chats(3, "asesora01");
        AuditId id = fixture.recorded(2, "auditora");
        fixture.chats(1, "asesora01");
        refused(AuditPopulationChanged.class, "auditora", () -> fixture.sampling.draw(id));
    }

    @Test
    void aSampleHasAReasonForItsSizeAndAPeriodThatIsOver() {
        AuditId empty = fixture.planned("auditora");
        refused(AuditPopulationEmpty.class, "auditora", () -> fixture.sampling.record(empty, declared(1)));
        fixture.chats(3, "asesora01");
        for (int size : List.of(0, -1, 4)) {
            refused(SampleSizeInvalid.class, "auditora", () -> fixture.sampling.record(empty, declared(size)));
        }
        refused(
                WordsNeeded.class,
                "auditora",
                () -> fixture.sampling.record(empty, new SamplePlan(SamplePlan.Basis.DECLARED, 2, " ")));
        refused(OnlyTheLeadMay.class, "auditor2", () -> fixture.sampling.record(empty, declared(2)));
        fixture.as(
                "auditora", () -> fixture.sampling.record(empty, new SamplePlan(SamplePlan.Basis.DISCOVERY, 5, null)));
        assertThat(fixture.card(empty).sample().size()).isEqualTo(3);

        AuditPlan ahead = new AuditPlan(
                "Adelante", List.of("AVC"), TODAY, TODAY, TODAY.plusDays(1), TODAY.plusDays(2), "auditora", List.of());
        AuditId[] id = new AuditId[1];
        fixture.as("auditora", () -> id[0] = fixture.programme.plan(ahead));
        refused(AuditPeriodNotOver.class, "auditora", () -> fixture.sampling.record(id[0], declared(1)));
    }

    @Test
    void whatIsSaidOfAFolioIsTakenBackAndStaysOnRecord() throws Exception {
        fixture.chats(1, "asesora01");
        AuditId id = fixture.drawn(1, "auditora", "auditor2");
        UUID item = fixture.item(id, 1);
        refused(WordsNeeded.class, "auditora", () -> fixture.work.mark(item, Verdict.FINDING, "AVC-03", " "));
        refused(AuditStepUnknown.class, "auditora", () -> fixture.work.mark(item, Verdict.FINDING, "AVT-03", "x"));
        refused(FolioNotYoursToAudit.class, "auditor2", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        refused(
                AuditUnknown.class,
                "auditora",
                () -> fixture.work.mark(UUID.randomUUID(), Verdict.CONFORMS, null, null));
        fixture.as("auditora", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        refused(FolioMarkedAlready.class, "auditora", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        fixture.as("auditora", () -> fixture.work.mark(item, Verdict.OBSERVATION, "AVC-07", "Tarda"));
        assertThat(fixture.card(id).items()).extracting(Item::verdict).containsExactly(Verdict.OBSERVATION);
        refused(FolioMarkedAlready.class, "auditora", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        UUID mark = fixture.card(id).observations().get(0).id();
        refused(FolioNotYoursToAudit.class, "auditor2", () -> fixture.work.takeBack(item, mark));
        fixture.as("auditora", () -> fixture.work.takeBack(item, mark));
        refused(NoMarkToTakeBack.class, "auditora", () -> fixture.work.takeBack(item, mark));
        assertThat(fixture.card(id).items()).extracting(Item::verdict).containsExactly((Verdict) null);
        AuditItemCard card = persistence.inTransaction(() -> fixture.queries.item(item, Language.ES));
        assertThat(card.takenBack()).hasSize(2);
        assertThat(card.steps())
                .filteredOn(step -> step.code().equals("AVC-07"))
                .extracting(AuditItemCard.Step::done)
                .containsExactly(1);
    }

    @Test
    void onlyTheLeadReportsAndOnlyOnce() {
        fixture.chats(1, "asesora01");
        AuditId id = fixture.recorded(1, "auditora", "auditor2");
        refused(AuditSampleNotDrawn.class, "auditora", () -> fixture.work.report(id, "Nada"));
        fixture.as("auditora", () -> fixture.sampling.draw(id));
        UUID item = fixture.item(id, 1);
        fixture.as("auditora", () -> fixture.work.mark(item, Verdict.CONFORMS, null, null));
        refused(OnlyTheLeadMay.class, "auditor2", () -> fixture.work.report(id, "Bien"));
        refused(WordsNeeded.class, "auditora", () -> fixture.work.report(id, ""));
        refused(AuditNotInState.class, "auditora", () -> fixture.work.close(id));
        fixture.as("auditora", () -> fixture.work.report(id, "Bien"));
        refused(AuditNotInState.class, "auditora", () -> fixture.work.report(id, "Bien"));
        refused(AuditNotInState.class, "auditora", () -> fixture.work.mark(item, Verdict.FINDING, null, "Tarde"));
        refused(AuditNotInState.class, "auditora", () -> fixture.programme.cancel(id, "Tarde"));
        refused(OnlyTheLeadMay.class, "auditor2", () -> fixture.work.close(id));
        fixture.as("auditora", () -> fixture.work.close(id));
    }

    @Test
    void whatIsNoPlanIsRefused() {
        LocalDate day = fixture.day;
        refused(WordsNeeded.class, plan(" ", List.of("AVC"), day, day, TODAY, TODAY, "auditora"));
        refused(AuditScopeInvalid.class, plan("x", List.of(), day, day, TODAY, TODAY, "auditora"));
        refused(AuditScopeInvalid.class, plan("x", List.of("PRF"), day, day, TODAY, TODAY, "auditora"));
        refused(AuditScopeInvalid.class, plan("x", List.of("AVC"), day, day.minusDays(1), TODAY, TODAY, "auditora"));
        refused(AuditScopeInvalid.class, plan("x", List.of("AVC"), day, null, TODAY, TODAY, "auditora"));
        refused(AuditScopeInvalid.class, plan("x", List.of("AVC"), day.minusYears(2), day, TODAY, TODAY, "auditora"));
        refused(AuditDatesInvalid.class, plan("x", List.of("AVC"), day, day, day, TODAY, "auditora"));
        refused(AuditDatesInvalid.class, plan("x", List.of("AVC"), day, day, TODAY, TODAY.minusDays(1), "auditora"));
        refused(AuditDatesInvalid.class, plan("x", List.of("AVC"), day, day, TODAY, TODAY.plusMonths(7), "auditora"));
        refused(AuditDatesInvalid.class, plan("x", List.of("AVC"), day, day, null, TODAY, "auditora"));
        for (String who : List.of("asesora01", "nadie", "")) {
            refused(AuditorUnknown.class, plan("x", List.of("AVC"), day, day, TODAY, TODAY, who));
        }
    }

    private Runnable plan(
            String title,
            List<String> procedures,
            LocalDate from,
            LocalDate to,
            LocalDate begin,
            LocalDate end,
            String who) {
        return () -> fixture.programme.plan(new AuditPlan(title, procedures, from, to, begin, end, who, List.of()));
    }

    private void refused(Class<? extends Throwable> rule, Runnable act) {
        refused(rule, "auditora", act);
    }

    @Test
    void aPlanChangesUntilItBeginsAndIsCancelledWithAReason() throws Exception {
        fixture.chats(2, "asesora01");
        AuditId id = fixture.planned("auditora");
        fixture.as("auditor2", () -> fixture.programme.replan(id, fixture.planOf("auditor2", "auditora")));
        assertThat(fixture.card(id).team())
                .extracting(AuditCard.Person::username)
                .containsExactly("auditor2", "auditora");
        fixture.as("auditor2", () -> fixture.sampling.record(id, declared(1)));
        refused(AuditNotInState.class, "auditora", () -> fixture.programme.replan(id, fixture.planOf("auditora")));
        refused(WordsNeeded.class, "auditora", () -> fixture.programme.cancel(id, ""));
        fixture.as("auditora", () -> fixture.programme.cancel(id, "Cambió el alcance"));
        refused(AuditNotInState.class, "auditor2", () -> fixture.sampling.draw(id));
        AuditCard card = fixture.card(id);
        assertThat(card.history())
                .extracting(AuditCard.History::act)
                .containsExactly("AUDIT_PLANNED", "AUDIT_REPLANNED", "AUDIT_SAMPLE_RECORDED", "AUDIT_CANCELLED");
        assertThat(persistence.inTransaction(() -> fixture.queries.programme(2026)))
                .filteredOn(line -> line.id().equals(id.value()))
                .extracting(AuditLine::state)
                .containsExactly(AuditState.CANCELLED);
        assertThat(number(fixture.planned("auditora"))).isEqualTo(1 + number(id));
    }

    private int number(AuditId id) {
        return Integer.parseInt(fixture.card(id).number().replaceFirst("AI-2026-", ""));
    }

    @Test
    void nothingIsDeletedAndNothingGoesBackBehindTheService() throws Exception {
        fixture.chats(2, "asesora01");
        AuditId id = fixture.drawn(2, "auditora");
        UUID item = fixture.item(id, 1);
        fixture.as("auditora", () -> fixture.work.mark(item, Verdict.FINDING, null, "Algo"));
        for (String table : List.of("audit", "audit_sample", "audit_item", "audit_mark", "audit_act")) {
            assertThatThrownBy(() -> fixture.execute("delete from " + table)).hasMessageContaining("is refused");
            assertThatThrownBy(() -> fixture.execute("truncate " + table + " cascade"))
                    .hasMessageContaining("is refused");
        }
        for (String change : List.of("audit_sample set seed = repeat('0', 64)", "audit_act set words = ''")) {
            assertThatThrownBy(() -> fixture.execute("update " + change)).hasMessageContaining("is refused");
        }
        assertThatThrownBy(() -> fixture.execute("update audit_item set ordinal = 9 where id = '" + item + "'"))
                .hasMessageContaining("stays drawn");
        assertThatThrownBy(() -> fixture.execute("update audit_mark set note = 'Otra' where item_id = '" + item + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> fixture.execute("update audit set state = 'PLANNED' where id = '" + id + "'"))
                .hasMessageContaining("does not go from RUNNING to PLANNED");
        assertThatThrownBy(
                        () -> fixture.execute("update audit set scope_to = scope_from - 1, scope_from = scope_from - 9"
                                + " where id = '" + id + "'"))
                .hasMessageContaining("its scope and its people stay");
    }
}
