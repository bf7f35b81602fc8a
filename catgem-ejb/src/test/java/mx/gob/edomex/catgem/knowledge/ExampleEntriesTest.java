package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.knowledge.EntryBody.Section;
import mx.gob.edomex.catgem.shared.CentreMode;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Migrations;
import mx.gob.edomex.catgem.shared.TestDatabase;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entries a try-out installation begins with. */
class ExampleEntriesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final TestDatabase database = persistence.database();
    private final KnowledgeService knowledge = persistence.wire(new KnowledgeService());

    @Test
    void thereAreEnoughInBothLanguages() throws SQLException {
        assertThat(current("ES")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(current("EN")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(database.column("select distinct topic from knowledge_entry"))
                .hasSameElementsAs(database.column("select code from topic where active"));
    }

    @Test
    void eachHasATopicAnAgencyASummaryAndSaysWhereToGo() throws SQLException {
        for (PublishedEntry entry : all()) {
            assertThat(entry.topic()).as(entry.code()).isNotBlank();
            assertThat(entry.agency().name()).as(entry.code()).isNotBlank();
            assertThat(entry.summary().length()).as(entry.code()).isBetween(40, 200);
            assertThat(entry.body().sections())
                    .as(entry.code())
                    .hasSizeGreaterThan(1)
                    .extracting(Section::kind)
                    .contains(EntryBody.Kind.WHERE)
                    .doesNotHaveDuplicates();
            assertThat(entry.current()).isTrue();
        }
    }

    @Test
    void pricesAreMarkedAsExamplesAndNoMarkIsMistyped() throws SQLException {
        for (PublishedEntry entry : all()) {
            for (String line : lines(entry).toList()) {
                assertThat(line).as(entry.code()).doesNotStartWith("@");
                if (Pattern.compile("\\$ \\d|MXN \\d").matcher(line).find()) {
                    assertThat(line).as(entry.code()).containsAnyOf("dato de ejemplo", "(example)");
                }
            }
        }
    }

    @Test
    void whatAnEntryRefersToExists() throws SQLException {
        List<String> codes = database.column("select code from knowledge_entry");
        Pattern reference = Pattern.compile("\\b[A-Z]{2}-\\d{2}\\b");
        for (PublishedEntry entry : all()) {
            assertThat(lines(entry)
                            .flatMap(line -> reference.matcher(line).results().map(r -> r.group())))
                    .as(entry.code())
                    .isSubsetOf(codes);
        }
    }

    @Test
    void contactDataIsInvented() throws SQLException {
        assertThat(database.column(
                        "select phone from agency where level <> 'MUNICIPAL' and phone not in ('070', '911')"))
                .allMatch(phone -> phone.contains(" 000 01") || phone.contains(" 0000 01"));
        assertThat(database.column("select web from agency where web is not null union select email from agency"
                        + " where email is not null"))
                .allMatch(address -> address.endsWith(".example"));
    }

    @ParameterizedTest
    @CsvSource({
        "acta de nacimiento,RC-01",
        "copia acta nacim,RC-01",
        "cómo saco mi acta de nacimiento,RC-01",
        "mi acta tiene un error,RC-09",
        "me quiero casar,RC-06",
        "registrar bebé,RC-04",
        "licencia de manejo por primera vez,LC-01",
        "renovar licencia,LC-02",
        "perdí mi licencia,LC-03",
        "licensia moto,LC-05",
        "tenencia,VH-01",
        "pago de tenensia,VH-01",
        "verificacion,VH-06",
        "me robaron las placas,VH-05",
        "corralon,VH-08",
        "multa,VH-07",
        "pagar el predial,PR-01",
        "descuento predial adulto mayor,PR-02",
        "fuga de agua,AG-03",
        "no hay agua,AG-03",
        "preinscripciones,ED-01",
        "beca universidad,ED-04",
        "vacunas,SA-02",
        "seguro popular,SA-01",
        "donar sangre,SA-05",
        "me despidieron,TR-02",
        "despido,TR-02",
        "antecedentes no penales,JU-03",
        "violencia,JU-05",
        "denunciar un robo,JU-01",
        "extorsion telefonica,JU-08",
        "testamento,JU-07",
        "pension alimenticia,AP-06",
        "apostillar,MG-01",
        "poder notarial,MG-02",
        "pasaporte,GE-02",
        "credencial para votar,GE-03",
        "911,GE-10",
        "070,GE-01",
        "basura,GE-13",
        "sismo,GE-08"
    })
    void whatCitizensAskComesFirst(String question, String code) {
        assertThat(firstThree(question, Language.ES)).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({
        "birth certificate,RC-01",
        "birth certificate from abroad,MG-03",
        "driving license,LC-01",
        "apostille,MG-01",
        "power of attorney,MG-02",
        "dual citizenship,MG-04",
        "deported,MG-07",
        "pasport renewal,GE-02",
        "property tax,PR-01",
        "emergency,GE-10"
    })
    void whatCitizensAskInEnglishComesFirst(String question, String code) {
        assertThat(firstThree(question, Language.EN)).startsWith(code);
    }

    @Test
    void aWordOfSeveralTitlesBringsThemAll() {
        assertThat(firstThree("curp", Language.ES)).contains("RC-10", "RC-11");
        assertThat(firstThree("predial", Language.ES)).contains("PR-01", "PR-02");
    }

    @Test
    void anEarlierVersionStaysReadableAndSaysThatItIsNotCurrent() throws SQLException {
        PublishedEntry now = persistence.inTransaction(
                () -> knowledge.current("RC-01", Language.ES).orElseThrow());
        assertThat(now.number()).isEqualTo(2);
        KnowledgeVersionId earlier = KnowledgeVersionId.of(
                database.value(
                        """
                select cast(v.id as text) from knowledge_version v join knowledge_entry e on e.id = v.entry_id
                where e.code = 'RC-01' and v.language = 'ES' and v.number = 1
                """));
        PublishedEntry then =
                persistence.inTransaction(() -> knowledge.version(earlier).orElseThrow());
        assertThat(then.current()).isFalse();
        assertThat(then.body()).isNotEqualTo(now.body());
        assertThat(firstThree("acta nacimiento copia certificada", Language.ES)).containsOnlyOnce("RC-01");
    }

    @Test
    void whatDoesNotExistIsEmpty() {
        persistence.inTransaction(() -> {
            assertThat(knowledge.current("ZZ-99", Language.ES)).isEmpty();
            assertThat(knowledge.current("AG-01", Language.EN)).isEmpty();
            assertThat(knowledge.version(KnowledgeVersionId.of("00000000-0000-0000-0000-000000000000")))
                    .isEmpty();
        });
    }

    @Test
    void aProductionInstallationStartsWithoutThemAndRefusesThem() throws SQLException {
        try (TestDatabase production = TestDatabase.production().open()) {
            assertThat(production.value("select count(*) from knowledge_entry")).isEqualTo("0");
            assertThat(production.value("select count(*) from agency")).isEqualTo("0");
            assertThatThrownBy(() -> Migrations.run(production.dataSource(), CentreMode.TRYOUT))
                    .hasMessageContaining("was created for PRODUCTION");
            assertThat(production.value("select count(*) from knowledge_entry")).isEqualTo("0");
        }
    }

    private List<String> firstThree(String question, Language language) {
        return persistence
                .inTransaction(() -> knowledge.search(question, language, Optional.empty(), 3))
                .hits()
                .stream()
                .map(KnowledgeHit::code)
                .toList();
    }

    private List<PublishedEntry> all() throws SQLException {
        return Stream.concat(current("ES").stream(), current("EN").stream()).toList();
    }

    private List<PublishedEntry> current(String language) throws SQLException {
        List<String> codes = database.column(
                "select e.code from knowledge_entry e join knowledge_version v on v.entry_id = e.id"
                        + " where v.status = 'PUBLISHED' and v.language = ? order by e.code",
                language);
        return persistence.inTransaction(() -> codes.stream()
                .map(code -> knowledge.current(code, Language.valueOf(language)).orElseThrow())
                .toList());
    }

    private static Stream<String> lines(PublishedEntry entry) {
        return entry.body().sections().stream().flatMap(section -> section.lines().stream());
    }
}
