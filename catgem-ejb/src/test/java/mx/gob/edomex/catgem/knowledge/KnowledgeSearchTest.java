package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mx.gob.edomex.catgem.knowledge.HighlightedText.Fragment;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeSearchTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final KnowledgeService knowledge = persistence.wire(new KnowledgeService());

    @BeforeAll
    static void entries() throws SQLException {
        var given = new KnowledgeFixture(persistence.database());
        given.anAgency();
        String plain = "Texto de la ficha.";
        given.anEntry("TT-01", "Inscripciones a preescolar", "escuela", "Para niñas y niños.", plain);
        given.anEntry("TT-02", "Cañada y caminos", "barranca", "Una cañada es un paso entre montañas.", plain);
        given.anEntry("TT-03", "Vivir en Canadá", "migrante", "Orientación para quien emigra.", plain);
        given.anEntry("TT-04", "Acta de nacimiento", "copia certificada", "Obtenga su acta.", plain);
        given.anEntry("TT-05", "Acta de matrimonio", "copia certificada", "Obtenga su acta.", plain);
        // In the order of their codes, which decides between equals, these would stand the wrong way round.
        given.anEntry("TT-09", "Zarzamora en el título", "frutas", "Resumen.", plain);
        given.anEntry("TT-08", "En las palabras clave", "zarzamora", "Resumen.", plain);
        given.anEntry("TT-07", "En el resumen", "frutas", "Habla de zarzamora.", plain);
        given.anEntry("TT-06", "En el texto", "frutas", "Resumen.", "zarzamora zarzamora zarzamora zarzamora");
        given.anEntry("TT-10", "LICENCIAS", "ES", "Licencia de conducir", "manejo", "Para conducir.", plain);
        given.anEntry("TT-10", "LICENCIAS", "EN", "Driving licence", "driver", "To drive a car.", "Bring your ID.");
        given.anEntry("TT-11", "Verificación vehicular", "humo", "Emisiones de su automóvil.", "@steps\nHaga su cita.");
    }

    @Test
    void theTitleWeighsMoreThanKeywordsThoseMoreThanTheSummaryThatMoreThanTheBody() {
        assertThat(codes("zarzamora")).containsExactly("TT-09", "TT-08", "TT-07", "TT-06");
    }

    @Test
    void anEntryWithAllWordsComesBeforeOneWithSome() {
        assertThat(codes("acta matrimonio").get(0)).isEqualTo("TT-05");
        assertThat(codes("cómo saco mi acta de nacimiento").get(0)).isEqualTo("TT-04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verificación",
                "VERIFICACION",
                "verificacion vehicular",
                "verificaciones",
                "veri\u0301ficacio\u0301n",
                "v",
                "ve",
                "verific",
                "verificaci"
            })
    void accentsCaseInflectionAndAnUnfinishedWordDoNotMatter(String query) {
        assertThat(codes(query)).contains("TT-11");
    }

    @ParameterizedTest
    @CsvSource({
        "inscripcion,TT-01",
        "inscripción,TT-01",
        "inscrip,TT-01",
        "ninos,TT-01",
        "niño,TT-01",
        "nin\u0303a,TT-01"
    })
    void aWordMayBeTypedWithOrWithoutItsAccentAndTilde(String query, String code) {
        assertThat(codes(query)).contains(code);
    }

    @Test
    void typedWithItsTildeAWordMeansTheTilde() {
        assertThat(codes("cañada")).containsExactly("TT-02");
        assertThat(codes("canada")).containsExactlyInAnyOrder("TT-02", "TT-03");
    }

    @Test
    void aMistypedWordIsTakenForTheOneMostLikeItAndTheCorrectionIsSaid() {
        KnowledgeFindings findings = search("liscencia de condusir", Language.ES, Optional.empty());
        assertThat(findings.hits()).extracting(KnowledgeHit::code).first().isEqualTo("TT-10");
        assertThat(findings.corrected()).isEqualTo("licencia de conducir");
        assertThat(search("licencia", Language.ES, Optional.empty()).corrected())
                .isNull();
    }

    @Test
    void aWordThatIsLikeNothingFindsNothing() {
        KnowledgeFindings findings = search("xyzzyqwk", Language.ES, Optional.empty());
        assertThat(findings.hits()).isEmpty();
        assertThat(findings.corrected()).isNull();
    }

    @Test
    void eachLanguageIsSearchedInItsOwnEntries() {
        assertThat(search("driving licenses", Language.EN, Optional.empty()).hits())
                .extracting(hit -> hit.code() + hit.language())
                .containsExactly("TT-10EN");
        assertThat(search("licencia", Language.ES, Optional.empty()).hits())
                .extracting(KnowledgeHit::language)
                .containsOnly(Language.ES);
    }

    @Test
    void aTopicNarrowsTheSearchAndWithoutWordsListsItself() {
        assertThat(search("acta", Language.ES, Optional.of("LICENCIAS")).hits()).isEmpty();
        assertThat(search("", Language.ES, Optional.of("LICENCIAS")).hits())
                .extracting(KnowledgeHit::code)
                .containsExactly("TT-10");
        assertThat(search("  ", Language.ES, Optional.empty()).hits()).isEmpty();
    }

    @Test
    void theLimitIsKept() {
        assertThat(persistence
                        .inTransaction(() -> knowledge.search("acta", Language.ES, Optional.empty(), 1))
                        .hits())
                .hasSize(1);
        assertThat(persistence
                        .inTransaction(() -> knowledge.search("acta", Language.ES, Optional.empty(), -5))
                        .hits())
                .hasSize(1);
    }

    @Test
    void theWordsFoundAreMarkedInTheTitleAndTheSnippet() {
        KnowledgeHit hit = search("VERIFICACION cita", Language.ES, Optional.empty())
                .hits()
                .get(0);
        assertThat(hit.title().fragments())
                .containsExactly(new Fragment("Verificación", true), new Fragment(" vehicular", false));
        assertThat(hit.snippet().plain()).isEqualTo("Haga su cita.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "a & b",
                "a | !b",
                "acta:*",
                "<->",
                "((",
                "))",
                ":",
                "::",
                ":name",
                "?",
                "?1",
                "%",
                "_",
                "'; drop table knowledge_version; --",
                "\u0000",
                "acta\u0000",
                "\uD800",
                "\uDC00acta",
                "💥",
                "acta 💥",
                "日本語",
                "ñ",
                "Ñ",
                "´",
                "\u0301",
                "\u200B",
                "\u202E",
                "\t\n",
                "-acta",
                "!!!",
                "and",
                "de",
                "la los",
                "$1",
                "${x}",
                "{}",
                "&lt;script&gt;",
                "<script>alert(1)</script>",
                "e5",
                "1e5",
                "0x1F",
                "a/b",
                "x@y.mx",
                "http://x.mx/a?b",
                "İstanbul",
                "ß",
                "ﬁ"
            })
    void whateverIsTypedIsNeverAnError(String query) {
        assertThat(search(query, Language.ES, Optional.empty())).isNotNull();
        assertThat(search(query, Language.EN, Optional.of(query.replace("\u0000", ""))))
                .isNotNull();
    }

    @Test
    void noiseIsNeverAnErrorEither() {
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            String noise = random.ints(random.nextInt(60), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(search(noise, i % 2 == 0 ? Language.ES : Language.EN, Optional.empty()))
                    .isNotNull();
        }
        assertThat(search("acta ".repeat(50_000), Language.ES, Optional.empty()).hits())
                .isNotEmpty();
        assertThat(search("a".repeat(50_000), Language.ES, Optional.empty()).hits())
                .isEmpty();
        assertThat(search(null, Language.ES, Optional.empty()).hits()).isEmpty();
    }

    @Test
    void theDatabaseFoldsAsTheSearchFieldDoes() throws SQLException {
        for (String text :
                List.of("¡Él NIÑO, árbol/ñandú!", "Cañada—Canadá 10.5", "PINGÜINO", "nin\u0303o", "ÀÈÌÒÙ Ç ã õ")) {
            assertThat(persistence.database().value("select search_fold(?)", text))
                    .isEqualTo(SearchWords.of(text).joined());
        }
    }

    @Test
    void whatIsPastItsReviewOrOutsideItsValiditySaysSoInTheListAndInTheEntry() throws SQLException {
        var given = new KnowledgeFixture(persistence.database());
        given.anEntry("TT-21", "Girasol vigente", "g", "Resumen.", "Texto.");
        given.anEntry("TT-22", "Girasol sin revisar", "g", "Resumen.", "Texto.");
        given.anEntry("TT-23", "Girasol vencido", "g", "Resumen.", "Texto.");
        given.anEntry("TT-24", "Girasol por venir", "g", "Resumen.", "Texto.");
        persistence
                .database()
                .execute(
                        """
                        update knowledge_entry set review_on = '2999-01-01' where code in ('TT-21', 'TT-23', 'TT-24');
                        update knowledge_entry set valid_from = '2998-01-01' where code = 'TT-24';
                        update knowledge_entry set review_on = '2020-01-01' where code = 'TT-22';
                        update knowledge_entry set valid_until = '2999-01-01' where code = 'TT-22';
                        update knowledge_entry set valid_until = '2020-01-01' where code = 'TT-23'
                        """);

        assertThat(search("girasol", Language.ES, Optional.empty()).hits())
                .extracting(KnowledgeHit::code, KnowledgeHit::standing)
                .containsExactlyInAnyOrder(
                        tuple("TT-21", EntryStanding.CURRENT),
                        tuple("TT-22", EntryStanding.REVIEW_DUE),
                        tuple("TT-23", EntryStanding.EXPIRED),
                        tuple("TT-24", EntryStanding.NOT_YET));
        assertThat(persistence
                        .inTransaction(() -> knowledge.current("TT-23", Language.ES))
                        .orElseThrow()
                        .standing())
                .isEqualTo(EntryStanding.EXPIRED);
    }

    private List<String> codes(String query) {
        return search(query, Language.ES, Optional.empty()).hits().stream()
                .map(KnowledgeHit::code)
                .toList();
    }

    private KnowledgeFindings search(String query, Language language, Optional<String> topic) {
        return persistence.inTransaction(() -> knowledge.search(query, language, topic, 20));
    }
}
