package mx.gob.edomex.catgem.iso;

import static mx.gob.edomex.catgem.iso.IsoFixture.fact;
import static mx.gob.edomex.catgem.iso.IsoFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.iso.Document.Kind;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each report says of rows that a test wrote. */
class IsoReportsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final IsoFixture iso = new IsoFixture(persistence);
    private final Instant now = iso.clock.instant();

    private List<Document> at(Instant moment) {
        return iso.does(() -> iso.masterList.at(moment, Language.ES));
    }

    private static Document of(List<Document> all, Kind kind) {
        return all.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static Document procedure(List<Document> all, String code) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void theMasterListIsThatOfTheMomentAskedFor() {
        Instant before = Instant.parse("2020-01-01T06:00:00Z");
        Instant then = Instant.parse("2024-05-02T17:00:00Z");
        iso.write("update procedure_version set in_force_from = timestamptz '2024-01-01 00:00Z',"
                + " in_force_to = timestamptz '2025-01-01 00:00Z' where procedure_code = 'AVC' and number = 1");
        iso.write("update procedure_version set in_force_from = timestamptz '2025-01-01 00:00Z', sha256 = sha256('AVC')"
                + " where procedure_code = 'AVC' and number = 2");
        iso.write("update routing_rule set effective_from = timestamptz '2024-01-01 00:00Z';"
                + " insert into routing_rule (version, author, approved_by, effective_from, rules)"
                + " values (2, 'coordinadora1', 'coordinadora2', timestamptz '2024-06-01 00:00Z', '{}')");
        iso.write("insert into privacy_notice (version, language, short_text, full_text, proposal, in_force_from)"
                + " select 'viejo', language, 'x', 'y', false, timestamptz '2024-01-01 00:00Z' from"
                + " (values ('ES'), ('EN')) as l (language)");
        assertThat(at(before)).extracting(Document::kind).containsOnly(Kind.KNOWLEDGE);

        assertThat(procedure(at(then), "AVC").version()).isEqualTo("1");
        assertThat(procedure(at(then), "AVC").until()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(of(at(then), Kind.ROUTING_RULES))
                .satisfies(rules -> assertThat(rules.version()).isEqualTo("1"))
                .satisfies(rules -> assertThat(rules.proposal()).isTrue())
                .satisfies(rules -> assertThat(rules.until()).isEqualTo(Instant.parse("2024-06-01T00:00:00Z")));
        assertThat(of(at(then), Kind.PRIVACY_NOTICE).version()).isEqualTo("viejo");
        assertThat(of(at(then), Kind.PRIVACY_NOTICE).until()).isNotNull();

        assertThat(procedure(at(now), "AVC").version()).isEqualTo("2");
        assertThat(procedure(at(now), "AVC").earlier()).isEqualTo(1);
        assertThat(procedure(at(now), "AVC").sha256()).isEqualTo(iso.value("select encode(sha256('AVC'), 'hex')"));
        assertThat(of(at(now), Kind.ROUTING_RULES))
                .satisfies(rules -> assertThat(rules.version()).isEqualTo("2"))
                .satisfies(rules -> assertThat(rules.authorised()).isEqualTo("coordinadora2"))
                .satisfies(rules -> assertThat(rules.earlier()).isEqualTo(1))
                .satisfies(rules -> assertThat(rules.proposal()).isFalse());
        assertThat(of(at(now), Kind.PRIVACY_NOTICE).earlier()).isEqualTo(1);
        assertThat(of(at(now), Kind.SURVEY).version()).isEqualTo("1");
        assertThat(at(now).stream().filter(one -> one.kind() == Kind.PRIVACY_NOTICE))
                .extracting(Document::code)
                .containsExactly("EN", "ES");
        int entries = Integer.parseInt(of(at(now), Kind.KNOWLEDGE).version());
        assertThat(entries)
                .isEqualTo(
                        Integer.parseInt(iso.value("select count(*) from knowledge_entry where retired_at is null")));
        iso.write("update knowledge_entry set retired_at = now() - interval '1 day' where code = 'RC-01'");
        assertThat(of(at(now), Kind.KNOWLEDGE).version()).isEqualTo(Integer.toString(entries - 1));
        iso.write("update knowledge_entry set retired_at = null");
    }

    @Test
    void theMasterListSaysItsMomentItsFormulasAndHowManyThereAre() {
        Export export = iso.does(() -> iso.reports.masterList(now, Language.ES));
        List<List<?>> lines = rows(export, 0);
        assertThat(export.code()).isEqualTo("ISO_01");
        assertThat(export.title()).isEqualTo("ISO-01 Lista maestra de documentos");
        assertThat(fact(export, "En vigor en")).isEqualTo(now);
        assertThat(fact(export, "Versión de las fórmulas")).isEqualTo("1");
        assertThat(fact(export, "n")).isEqualTo((long) lines.size());
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .hasSameSizeAs(export.tables().get(0).columns()));
        assertThat(lines).anySatisfy(line -> assertThat(line.get(0))
                .isInstanceOfSatisfying(
                        Reference.class, to -> assertThat(to.kind()).isEqualTo(Reference.Kind.PROCEDURE))
                .hasToString("AVC"));
        assertThat(lines).anySatisfy(line -> assertThat(line.get(5)).isEqualTo("Propuesta, sin firmas"));
    }

    @Test
    void anObjectiveStandsWithItsNItsIntervalAndItsTarget() {
        iso.write(
                """
                insert into contact_fact (contact_id, channel, direction, entry_point, language, topic, priority,
                                          target_seconds, queued_at, referred, offers, missed, rejected, score)
                select gen_random_uuid(), 'CHAT', 'INBOUND', 'API', 'ES', 'GENERAL', 'NORMAL', 20,
                       now() - interval '10 days', false, 1, 0, 0, case when i <= 2 then 3 else 5 end
                from generate_series(1, 40) as i;
                insert into update_fact (execution_id, registered_at, published_at)
                select gen_random_uuid(), now() - interval '10 days', now() - interval '10 days' + i * interval '30 seconds'
                from generate_series(1, 5) as i
                """);
        Export export = iso.does(() -> iso.reports.objectives(iso.today.minusDays(12), iso.today, Language.ES));
        List<List<?>> lines = rows(export, 0);
        assertThat(lines)
                .extracting(line -> line.get(1) + " " + line.get(2) + "/" + line.get(3) + " " + line.get(7))
                .containsExactly("95.0 38/40 No", "80.0 4/5 No", "null 0/0 Sin datos suficientes");
        assertThat((Double) lines.get(0).get(4)).isBetween(80.0, 95.0);
        assertThat((Double) lines.get(0).get(5)).isBetween(95.0, 100.0);
        assertThat(lines.get(0).get(6)).isEqualTo(97.5);
        assertThat(lines.get(0).get(8)).isEqualTo("Leonor Peñaloza Zepeda");
        assertThat(fact(export, "Periodo")).isEqualTo(iso.today.minusDays(12) + " – " + iso.today);
        assertThat(fact(export, "n")).isEqualTo(45L);
        iso.write("delete from contact_fact; delete from update_fact");
    }

    private AgencyLine agency(String code) {
        return iso.does(() -> iso.agencies.all(iso.today.minusDays(5), iso.today, Language.ES)).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAgencyStandsWithItsAgreementItsStaleEntriesAndItsErrors() {
        String agency = iso.value("select agency from knowledge_entry where code = 'RC-01'");
        String topic = iso.value("select topic from knowledge_entry where code = 'RC-01'");
        iso.write("update knowledge_entry set review_on = current_date + 30, valid_until = null");
        AgencyLine before = agency(agency);
        assertThat(before.entries()).isPositive();
        assertThat(before.overdue() + before.expired() + before.reported()).isZero();
        assertThat(before.agreementUntil()).isNull();

        iso.write("update topic set agreement_until = timestamptz '2031-05-05 18:00Z' where code = '" + topic + "';"
                + " update knowledge_entry set review_on = current_date - 9 where code = 'RC-01';"
                + " update knowledge_entry set valid_until = current_date - 20 where code = 'RC-02'");
        for (String task : List.of("'OPEN', cast(null as timestamptz)", "'RESOLVED', now()", "'DECLINED', now()")) {
            report(task, "1 hour");
        }
        report("'RESOLVED', now()", "9 days");
        AgencyLine after = agency(agency);
        assertThat(after.agreementUntil()).isEqualTo(LocalDate.of(2031, 5, 5));
        assertThat(after.entries()).isEqualTo(before.entries());
        assertThat(after.overdue()).isEqualTo(1);
        assertThat(after.expired()).isEqualTo(1);
        assertThat(after.oldest()).isEqualTo(LocalDate.parse(iso.value("select cast(current_date - 20 as text)")));
        assertThat(after.reported() + "/" + after.right() + "/" + after.waiting())
                .as("in the period; the earlier one is not")
                .isEqualTo("3/1/1");

        Export export = iso.does(() -> iso.reports.agencies(iso.today.minusDays(5), iso.today, Language.EN));
        assertThat(rows(export, 0))
                .filteredOn(line -> line.get(0).equals(agency))
                .singleElement()
                .satisfies(line -> assertThat(line.subList(4, 11))
                        .isEqualTo(List.of(
                                after.entries(),
                                1,
                                1,
                                after.oldest(),
                                after.reported(),
                                after.right(),
                                after.waiting())));
        assertThat(rows(export, 0)).anySatisfy(line -> assertThat(line.get(3)).isEqualTo("No agreement on record"));
        iso.write("update topic set agreement_until = null; delete from officer_task");
    }

    private void report(String stateAndEnd, String ago) {
        iso.write("insert into officer_task (id, kind, state, ended_at, opened_at, due_at, language, version_id)"
                + " select gen_random_uuid(), 'WRONG', x.*, now() - interval '" + ago + "', now(), 'ES',"
                + " (select v.id from knowledge_version v join knowledge_entry e on e.id = v.entry_id"
                + " where e.code = 'RC-01' limit 1) from (select " + stateAndEnd + ") x");
    }

    @Test
    void anEntryLeadsToItsContactsAndAFolioBackToItsVersions() {
        CentreFixture centre = new CentreFixture(persistence);
        centre.available("asesora01");
        var contact = centre.aChatWith("asesora01");
        UUID first = version("RC-01", 1);
        UUID second = version("RC-01", 2);
        centre.run(() -> centre.desk.consult(contact, first));
        centre.time.pass(Duration.ofSeconds(5));
        centre.run(() -> centre.desk.consult(contact, second));
        centre.run(() -> centre.desk.consult(contact, second));
        String folio = centre.text("select folio from contact where id = '" + contact + "'");

        Export forth = iso.does(() -> iso.reports.told("RC-01", Language.ES));
        assertThat(rows(forth, 0))
                .filteredOn(line -> line.get(0).toString().equals("v2 ES"))
                .singleElement()
                .satisfies(line -> assertThat(line.get(6)).isEqualTo(1));
        assertThat(rows(forth, 1))
                .extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(2))
                .containsExactlyInAnyOrder(folio + " v1 ES Chat", folio + " v2 ES Chat");
        assertThat(fact(forth, "n")).isEqualTo(2L);

        Export back = iso.does(() -> iso.reports.toldIn(Folio.parse(folio), Language.ES));
        assertThat(rows(back, 0))
                .extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(4))
                .containsExactly("RC-01 v1 ES Reemplazada", "RC-01 v2 ES Vigente");
        assertThat(back.refs()).containsEntry("folio", folio);
        assertThat(rows(iso.does(() -> iso.reports.told("ZZ-99", Language.ES)), 1))
                .isEmpty();
    }

    private UUID version(String code, int number) {
        return UUID.fromString(iso.value(
                """
                select cast(v.id as text) from knowledge_version v join knowledge_entry e on e.id = v.entry_id
                where e.code = ? and v.language = 'ES' and v.number = ?
                """,
                code,
                number));
    }

    @Test
    void reviewsOfThePeriodStandWithTheHashOfTheirInputsAndTheirDecisions() {
        iso.write(
                """
                insert into management_review (id, number, held_on, period_from, period_to, participants, state, planned_by,
                                               planned_at)
                select cast(md5(n) as uuid), n, d, d - 9, d - 1, 'x', 'ASSEMBLED', 'supervisora', now()
                from (values ('RD-1', date '2026-02-10'), ('RD-2', date '2026-03-10')) as v (n, d);
                insert into review_input (review_id, content, sha256, assembled_by, assembled_at)
                select cast(md5('RD-1') as uuid), c, encode(sha256(convert_to(c, 'UTF8')), 'hex'), 'supervisora', now()
                from (select '{"review":"RD-1","from":"2026-02-01","to":"2026-02-09","at":"2026-02-10T12:00:00Z",'
                             || '"by":"supervisora","lines":[],"suggestions":""}' as c) x;
                insert into review_decision (id, review_id, ordinal, what, owner, due_on, decided_by, decided_at, done_at,
                                             outcome)
                select gen_random_uuid(), cast(md5('RD-1') as uuid), o, w, 'coordinadora1', date '2026-02-20', 'supervisora',
                       now(), e, r
                from (values (1, 'Vencido', null::timestamptz, null), (2, 'Hecho', now(), 'Factura')) as v (o, w, e, r)
                """);
        Export export =
                iso.does(() -> iso.reports.reviews(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), Language.ES));
        assertThat(rows(export, 0)).singleElement().satisfies(line -> {
            assertThat(line.get(0)).hasToString("RD-1");
            assertThat(line.get(4)).isEqualTo("Con entradas");
            assertThat(line.subList(5, 8)).isEqualTo(List.of(2, 1, 1));
            assertThat(line.get(8).toString()).matches("[0-9a-f]{64}");
        });
        assertThat(rows(export, 1))
                .extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(4) + " " + line.get(6))
                .containsExactly("RD-1/1 Vencido Vencido null", "RD-1/2 Hecho Cumplido Factura");
        assertThat(fact(export, "n")).isEqualTo(1L);
    }
}
