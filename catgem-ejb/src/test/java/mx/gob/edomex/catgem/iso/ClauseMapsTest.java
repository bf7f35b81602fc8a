package mx.gob.edomex.catgem.iso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.iso.ClauseMap.Clause;
import mx.gob.edomex.catgem.iso.ClauseMap.Edition;
import mx.gob.edomex.catgem.iso.ClauseMap.Evidence;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The maps as they were shipped, and each colour from rows in the tables that it is about. */
class ClauseMapsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final IsoFixture iso = new IsoFixture(persistence);

    private ClauseMap map(String edition) {
        return iso.does(() -> iso.maps.of(edition, Language.ES)).orElseThrow();
    }

    private Evidence evidence(EvidenceSource source) {
        return map("2015_AMD1").clauses().stream()
                .flatMap(clause -> clause.evidence().stream())
                .filter(one -> one.source() == source)
                .findFirst()
                .orElseThrow();
    }

    /** Light, count, of and day in one line. */
    private String stands(EvidenceSource source) {
        Evidence one = evidence(source);
        return one.light() + " " + one.figures().count() + "/" + one.figures().of()
                + (one.figures().day() == null ? "" : " " + one.figures().day());
    }

    private LocalDate ago(int days) {
        return iso.today.minusDays(days);
    }

    @Test
    void threeEditionsAreMappedInBothLanguagesAndTheAmendmentAsksForTheClimate() {
        assertThat(iso.does(() -> iso.maps.editions(Language.EN)))
                .extracting(Edition::code)
                .containsExactly("2015_AMD1", "2015", "2008");
        for (String edition : List.of("2008", "2015", "2015_AMD1")) {
            assertThat(map(edition).clauses()).hasSizeBetween(15, 27).allSatisfy(clause -> assertThat(clause.evidence())
                    .isNotEmpty());
            assertThat(iso.does(() -> iso.maps.of(edition, Language.EN)).orElseThrow().clauses().stream()
                            .map(Clause::words))
                    .doesNotContainAnyElementsOf(
                            map(edition).clauses().stream().map(Clause::words).toList());
        }
        assertThat(numbers("2015_AMD1"))
                .startsWith("4.1", "4.2", "4.4", "5.1.2")
                .endsWith("10.2", "10.3");
        assertThat(numbers("2015")).doesNotContain("4.1", "4.2").contains("9.2", "9.3", "10.2");
        assertThat(numbers("2008")).contains("8.2.2", "5.6.1", "8.5.2").doesNotContain("9.2");
        assertThat(iso.does(() -> iso.maps.of("2031", Language.ES))).isEmpty();
    }

    private List<String> numbers(String edition) {
        return map(edition).clauses().stream().map(Clause::number).toList();
    }

    @Test
    void everySourceHasLimitsAndWordsAndAnswersSomething() {
        assertThat(iso.value("select string_agg(code, ',' order by code) from evidence_source"))
                .isEqualTo(Stream.of(EvidenceSource.values())
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(",")));
        for (EvidenceSource source : EvidenceSource.values()) {
            assertThat(IsoWords.in(Language.EN).figures(evidence(source)))
                    .isNotEqualTo(IsoWords.in(Language.ES).figures(evidence(source)));
        }
    }

    @Test
    void bothLanguagesSayEverything() {
        List<ResourceBundle> bundles = Arrays.stream(Language.values())
                .map(language -> ResourceBundle.getBundle("mx.gob.edomex.catgem.iso.Iso", language.locale()))
                .toList();
        assertThat(bundles.get(0).keySet()).isEqualTo(bundles.get(1).keySet());
        bundles.get(0).keySet().stream().filter(key -> key.endsWith(".columns")).forEach(key -> assertThat(
                        bundles.get(1).getString(key).split(";", -1))
                .as(key)
                .hasSameSizeAs(bundles.get(0).getString(key).split(";", -1)));
    }

    @Test
    void proceduresAreAmberUntilThreeHaveSignedEachOfThem() {
        int all = Integer.parseInt(iso.value("select count(*) from procedure_version where state = 'IN_FORCE'"));
        assertThat(stands(EvidenceSource.PROCEDURES)).isEqualTo("AMBER 0/" + all);
        iso.write("update procedure_version set proposal = false, prepared_by = 'coordinadora1',"
                + " reviewed_by = 'coordinadora2', authorised_by = 'supervisora' where state = 'IN_FORCE'");
        assertThat(stands(EvidenceSource.PROCEDURES)).isEqualTo("GREEN " + all + "/" + all);
        iso.write("update procedure_version set proposal = true");
    }

    @Test
    void rulesAndNoticesAreAmberUntilSomebodyApprovedThem() {
        assertThat(stands(EvidenceSource.ROUTING_RULES)).isEqualTo("AMBER 0/1");
        iso.write("update routing_rule set approved_by = 'coordinadora2'");
        assertThat(stands(EvidenceSource.ROUTING_RULES)).isEqualTo("GREEN 1/1");
        assertThat(stands(EvidenceSource.PRIVACY_NOTICE)).isEqualTo("AMBER 0/2");
        iso.write("update privacy_notice set proposal = false where language = 'ES'");
        assertThat(stands(EvidenceSource.PRIVACY_NOTICE)).isEqualTo("AMBER 1/2");
        iso.write("update privacy_notice set proposal = false");
        assertThat(stands(EvidenceSource.PRIVACY_NOTICE)).isEqualTo("GREEN 2/2");
    }

    @Test
    void theLogIsGreenWhenLastNightsReadingFoundNothing() {
        assertThat(stands(EvidenceSource.LOG)).isEqualTo("RED 0/0");
        reading(3, 0);
        assertThat(stands(EvidenceSource.LOG)).isEqualTo("AMBER 0/900 " + ago(3));
        reading(0, 0);
        assertThat(stands(EvidenceSource.LOG)).isEqualTo("GREEN 0/900 " + ago(0));
        reading(0, 2);
        assertThat(stands(EvidenceSource.LOG)).isEqualTo("RED 2/900 " + ago(0));
    }

    private void reading(int days, int findings) {
        iso.write("insert into log_reading (began_at, ended_at, size, findings) select t, t, 900, " + findings
                + " from (select now() - interval '" + days + " days' as t) x");
    }

    @Test
    void figuresAreGreenWhenTheRecountCameToTheSame() {
        assertThat(stands(EvidenceSource.RECOUNTS)).isEqualTo("RED 0/0");
        iso.write("insert into recount (day, figures, differences, counted_at) select current_date - i, 40, 0, now()"
                + " from generate_series(1, 3) as i");
        assertThat(stands(EvidenceSource.RECOUNTS)).isEqualTo("GREEN 0/3 " + ago(0));
        iso.write("update recount set differences = 1 where day = current_date - 2");
        assertThat(stands(EvidenceSource.RECOUNTS)).isEqualTo("RED 1/3 " + ago(0));
    }

    @Test
    void anObjectiveWithoutAnOwnerIsNobodys() {
        assertThat(stands(EvidenceSource.OBJECTIVES)).isEqualTo("GREEN 3/3");
        iso.write("insert into target_change (measure, target, owner) values ('UPDATES', 0.9, null)");
        assertThat(stands(EvidenceSource.OBJECTIVES)).isEqualTo("AMBER 2/3");
        iso.write("insert into target_change (measure, target, owner) select measure, target, null from figure_target");
        assertThat(stands(EvidenceSource.OBJECTIVES)).isEqualTo("RED 0/3");
    }

    @Test
    void indicatorsAndSurveysAreOfContactsAndNeverOfNothing() {
        LocalDate end = iso.today.withDayOfMonth(1).minusDays(1);
        assertThat(stands(EvidenceSource.INDICATORS)).isEqualTo("RED 0/3 " + end);
        assertThat(stands(EvidenceSource.SURVEYS)).isEqualTo("RED 0/0");
        iso.write(
                """
                insert into contact_fact (contact_id, channel, direction, entry_point, language, topic, priority,
                                          target_seconds, queued_at, connected_at, answered_at, delivered_at, finished_at,
                                          ended_at, ended_as, outcome, referred, offers, missed, rejected, open_seconds,
                                          handled_seconds, surveyed_at, scored_at, score)
                select gen_random_uuid(), 'CHAT', 'INBOUND', 'API', 'ES', 'GENERAL', 'NORMAL', 20, t.at, t.at, t.at, t.at,
                       t.at, t.at, 'CLOSED', 'RESOLVED', false, 1, 0, 0, 60, 180, t.at, t.at, 5
                from generate_series(1, 40) as i,
                  lateral (select date_trunc('month', now()) - interval '36 hours' as at) t;
                insert into update_fact (execution_id, registered_at, published_at)
                select gen_random_uuid(), t.at, t.at + interval '70 seconds'
                from generate_series(1, 20) as i,
                  lateral (select date_trunc('month', now()) - interval '36 hours' as at) t
                """);
        assertThat(stands(EvidenceSource.INDICATORS)).isEqualTo("GREEN 3/3 " + end);
        assertThat(stands(EvidenceSource.SURVEYS)).isEqualTo("GREEN 40/40");
        iso.write("update contact_fact set score = null");
        assertThat(stands(EvidenceSource.INDICATORS)).as("nobody answered").isEqualTo("AMBER 2/3 " + end);
        assertThat(stands(EvidenceSource.SURVEYS)).isEqualTo("RED 0/40");
        iso.write("update contact_fact set open_seconds = 121");
        assertThat(stands(EvidenceSource.INDICATORS)).isEqualTo("RED 1/3 " + end);
        iso.write("delete from contact_fact; delete from update_fact");
    }

    @Test
    void trainingThatHasEndedIsNoTraining() {
        assertThat(evidence(EvidenceSource.TRAINING).figures().of()).isGreaterThan(49);
        EvidenceFigures before = evidence(EvidenceSource.TRAINING).figures();
        assertThat(before.count()).isEqualTo(before.of());
        iso.write("update training_record set valid_until = current_date - 2 where person like 'asesora0%'");
        EvidenceFigures after = evidence(EvidenceSource.TRAINING).figures();
        assertThat(after.of()).isEqualTo(before.of());
        assertThat(evidence(EvidenceSource.TRAINING).light()).isEqualTo(Light.AMBER);
        iso.write("delete from training_record");
        assertThat(stands(EvidenceSource.TRAINING)).isEqualTo("RED 0/" + before.of());
    }

    @Test
    void conformityIsTheShareOfExecutionsWithoutDeviation() {
        assertThat(stands(EvidenceSource.CONFORMITY)).isEqualTo("RED 12/22");
        iso.write("update execution_check set deviations = 0");
        assertThat(stands(EvidenceSource.CONFORMITY)).isEqualTo("GREEN 22/22");
        iso.write("update execution_check set counted_at = now() - interval '95 days'");
        assertThat(stands(EvidenceSource.CONFORMITY)).isEqualTo("RED 0/0");
    }

    @Test
    void whatWasFoundMayWaitAMonthForTriage() {
        String open = iso.value("select count(*) from finding_candidate where state = 'OPEN'");
        for (String[] one : new String[][] {{"30", "GREEN"}, {"31", "AMBER"}, {"91", "RED"}}) {
            iso.write("update finding_candidate set found_at = now() - interval '" + one[0] + " days'");
            assertThat(stands(EvidenceSource.TRIAGE))
                    .isEqualTo(one[1] + " " + open + "/" + open + " " + ago(Integer.parseInt(one[0])));
        }
        iso.write("update finding_candidate set state = 'DISMISSED', reason = 'x', decided_at = now()"
                + " where state = 'OPEN'");
        assertThat(stands(EvidenceSource.TRIAGE)).isEqualTo("GREEN 0/0");
    }

    @Test
    void actionsChecksDecisionsAndDisposalsAreOverdueAfterTheirDay() {
        iso.write("delete from corrective_action where done_at is not null");
        overdue(EvidenceSource.ACTIONS, "update corrective_action set due_on = current_date - %d", 2, 30);
        iso.write("update finding set state = 'WATCHED', check_on = current_date where state = 'IN_ACTION'");
        overdue(
                EvidenceSource.EFFECTS,
                "update finding set check_on = current_date - %d where state = 'WATCHED'",
                1,
                30);
        iso.write("insert into management_review (id, number, held_on, period_from, period_to, participants, state,"
                + " planned_by, planned_at) values (gen_random_uuid(), 'RD-9', current_date, current_date - 9,"
                + " current_date - 1, 'x', 'PLANNED', 'supervisora', now());"
                + " insert into review_decision (id, review_id, ordinal, what, owner, due_on, decided_by, decided_at)"
                + " select gen_random_uuid(), id, 1, 'x', 'supervisora', current_date, 'supervisora', now()"
                + " from management_review where number = 'RD-9'");
        overdue(EvidenceSource.DECISIONS, "update review_decision set due_on = current_date - %d", 1, 30);
        iso.write("delete from review_decision; delete from management_review where number = 'RD-9';"
                + " insert into disposal (id, number, subject_id, folio, basis, asked_by, asked_at, due_on)"
                + " values (gen_random_uuid(), 'BD-1', gen_random_uuid(), 'x', 'TERM_OVER', 'coordinadora1', now(),"
                + " current_date)");
        overdue(EvidenceSource.DISPOSALS, "update disposal set due_on = current_date - %d", 1, 7);
    }

    private void overdue(EvidenceSource source, String dated, int rows, int amber) {
        // The database's day may be one ahead of the centre's in the evening.
        int ahead = (int) java.time.temporal.ChronoUnit.DAYS.between(
                iso.today, LocalDate.parse(iso.value("select cast(current_date as text)")));
        iso.write(dated.formatted(ahead));
        assertThat(stands(source)).as("due today").isEqualTo("GREEN 0/" + rows);
        iso.write(dated.formatted(1 + ahead));
        assertThat(stands(source)).isEqualTo("AMBER " + rows + "/" + rows + " " + ago(1));
        iso.write(dated.formatted(amber + 1 + ahead));
        assertThat(stands(source)).isEqualTo("RED " + rows + "/" + rows + " " + ago(amber + 1));
    }

    @Test
    void anAuditAndAReviewAreGoodForAYear() {
        iso.write("delete from audit");
        assertThat(stands(EvidenceSource.AUDITS)).isEqualTo("RED 0/0");
        audit("PLANNED", 0);
        assertThat(stands(EvidenceSource.AUDITS)).isEqualTo("AMBER 1/1");
        audit("CANCELLED", 1);
        assertThat(stands(EvidenceSource.AUDITS)).as("given up is not done").isEqualTo("AMBER 1/2");
        audit("CLOSED", 366);
        assertThat(stands(EvidenceSource.AUDITS)).isEqualTo("AMBER 1/3 " + ago(366));
        audit("CLOSED", 40);
        assertThat(stands(EvidenceSource.AUDITS)).isEqualTo("GREEN 1/4 " + ago(40));
        assertThat(map("2015").clauses().stream()
                        .filter(clause -> clause.number().equals("9.2"))
                        .findFirst()
                        .orElseThrow()
                        .light())
                .isEqualTo(Light.GREEN);

        assertThat(stands(EvidenceSource.REVIEWS)).isEqualTo("RED 0/0");
        review("ASSEMBLED", 0);
        assertThat(stands(EvidenceSource.REVIEWS)).isEqualTo("AMBER 1/1");
        review("CLOSED", 30);
        assertThat(stands(EvidenceSource.REVIEWS)).isEqualTo("GREEN 1/2 " + ago(30));
        iso.write("delete from management_review");
    }

    private void audit(String state, int days) {
        boolean ended = state.equals("CLOSED") || state.equals("CANCELLED");
        iso.write(
                "insert into audit (id, number, title, procedures, scope_from, scope_to, planned_from, planned_to, lead,"
                        + " auditors, state, planned_by, planned_at, ended_at) select gen_random_uuid(), gen_random_uuid(), 'x',"
                        + " '{AVC}', d - 9, d - 8, d - 7, d, 'auditora', '{auditora}', '" + state
                        + "', 'auditora', now(), "
                        + (ended ? "now() - interval '" + days + " days'" : "null")
                        + " from (select current_date - " + days + " as d) x");
    }

    private void review(String state, int days) {
        iso.write(
                "insert into management_review (id, number, held_on, period_from, period_to, participants, minutes, state,"
                        + " planned_by, planned_at, closed_at) values (gen_random_uuid(), gen_random_uuid(), '"
                        + ago(days)
                        + "', '" + ago(days + 9) + "', '" + ago(days + 1) + "', 'x', 'x', '" + state
                        + "', 'supervisora', now(), "
                        + (state.equals("CLOSED") ? "now()" : "null") + ")");
    }

    @Test
    void entriesAreStaleAfterTheirReviewAndAgreementsEnd() {
        long all = evidence(EvidenceSource.KNOWLEDGE).figures().of();
        iso.write("update knowledge_entry set review_on = current_date + 20, valid_until = null");
        assertThat(stands(EvidenceSource.KNOWLEDGE)).isEqualTo("GREEN " + all + "/" + all);
        iso.write("update knowledge_entry set review_on = current_date - 5 where code = 'RC-01'");
        assertThat(stands(EvidenceSource.KNOWLEDGE)).isEqualTo("AMBER " + (all - 1) + "/" + all);
        iso.write("update knowledge_entry set review_on = current_date - 5");
        assertThat(stands(EvidenceSource.KNOWLEDGE)).isEqualTo("RED 0/" + all);

        assertThat(stands(EvidenceSource.AGREEMENTS)).as("none on record").isEqualTo("RED 0/0");
        iso.write("update topic set agreement_until = now() + interval '9 days' where code = 'PREDIAL'");
        assertThat(evidence(EvidenceSource.AGREEMENTS).light()).isEqualTo(Light.GREEN);
        iso.write("update topic set agreement_until = now() - interval '9 days' where code = 'PREDIAL'");
        assertThat(stands(EvidenceSource.AGREEMENTS)).isEqualTo("RED 0/1 " + ago(9));
        iso.write("update topic set agreement_until = null");
    }

    @Test
    void aReportOfWrongInformationIsToBeAnsweredInTime() {
        assertThat(stands(EvidenceSource.WRONG_INFORMATION)).isEqualTo("GREEN 0/0");
        iso.write("insert into officer_task (id, kind, opened_at, due_at, language) values (gen_random_uuid(), 'WRONG',"
                + " now(), now() + interval '30 minutes', 'ES')");
        assertThat(stands(EvidenceSource.WRONG_INFORMATION)).isEqualTo("GREEN 0/1");
        iso.write("update officer_task set due_at = now() - interval '3 days'");
        assertThat(stands(EvidenceSource.WRONG_INFORMATION)).isEqualTo("AMBER 1/1 " + ago(3));
        iso.write("update officer_task set due_at = now() - interval '8 days'");
        assertThat(stands(EvidenceSource.WRONG_INFORMATION)).isEqualTo("RED 1/1 " + ago(8));
        iso.write("update officer_task set state = 'DECLINED', ended_at = now()");
        assertThat(stands(EvidenceSource.WRONG_INFORMATION)).isEqualTo("GREEN 0/0");
    }

    @Test
    void theClimateIsADeclaredDayAndNeverOneToCome() {
        assertThat(stands(EvidenceSource.CLIMATE)).isEqualTo("RED 0/0");
        climate(ago(20).toString());
        assertThat(stands(EvidenceSource.CLIMATE)).isEqualTo("GREEN 0/0 " + ago(20));
        for (String never : List.of(ago(-1).toString(), "soon", ago(400).toString())) {
            climate(never);
            assertThat(evidence(EvidenceSource.CLIMATE).light()).as(never).isEqualTo(Light.RED);
        }
    }

    private void climate(String value) {
        iso.write("update setting set value = '" + value + "' where name = 'clauses.climate-considered-on'");
    }

    @Test
    void theFileHasARowForEachClauseAndWhatAnswersIt() {
        ClauseMap map = map("2008");
        Export export = ClauseMaps.export(map, Language.ES);
        assertThat(export.title()).isEqualTo("Mapa de cláusulas · ISO 9001:2008");
        assertThat(export.refs()).containsEntry("edition", "2008").containsEntry("day", iso.today.toString());
        assertThat(IsoFixture.fact(export, "n")).isEqualTo(map.clauses().size());
        assertThat(IsoFixture.fact(export, "Versión de las fórmulas")).isEqualTo(IsoReports.FORMULAS);
        assertThat(IsoFixture.rows(export, 0))
                .hasSize(map.clauses().stream()
                        .mapToInt(clause -> clause.evidence().size())
                        .sum())
                .allSatisfy(row -> assertThat(row)
                        .hasSameSizeAs(export.tables().get(0).columns())
                        .noneMatch(cell -> cell.toString().isBlank()));
        assertThat(IsoFixture.rows(export, 0).get(0).get(2)).isIn("Verde", "Ámbar", "Rojo");
    }
}
