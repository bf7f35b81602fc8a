package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestDatabase;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was published is evidence: the database itself keeps it, whoever writes. */
class KnowledgeVersionTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final TestDatabase database = persistence.database();
    private final KnowledgeService knowledge = persistence.wire(new KnowledgeService());

    @BeforeAll
    static void entries() throws SQLException {
        var given = new KnowledgeFixture(persistence.database());
        given.anAgency();
        given.anEntry("VV-01", "Primera", "", "Resumen.", "Texto.");
        given.anEntry("VV-02", "Segunda", "", "Resumen.", "Texto.");
    }

    @Test
    void aPublishedTextIsNeverChangedDeletedOrTruncated() {
        assertThatThrownBy(() -> database.execute("update knowledge_version set body = 'Otro texto.'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.execute("update knowledge_version set published_at = now() + interval '1 s'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.execute("delete from knowledge_version"))
                .hasMessageContaining("never deleted");
        assertThatThrownBy(() -> database.execute("truncate knowledge_version cascade"))
                .hasMessageContaining("never changed");
    }

    @Test
    void onlyOneVersionOfALanguageIsInForce() {
        assertThatThrownBy(() -> database.execute(second("VV-01", "PUBLISHED", "now()")))
                .hasMessageContaining("one_published_version");
    }

    @Test
    void aNewVersionReplacesTheOldOneInTheSearchAtOnce() throws SQLException {
        database.execute("update knowledge_version set status = 'SUPERSEDED' where title = 'Segunda'");
        database.execute(second("VV-02", "PUBLISHED", "now()"));
        KnowledgeFindings findings =
                persistence.inTransaction(() -> knowledge.search("renovada", Language.ES, Optional.empty(), 5));
        assertThat(findings.hits()).extracting(KnowledgeHit::number).containsExactly(2);
        assertThat(persistence
                        .inTransaction(() -> knowledge.search("segunda", Language.ES, Optional.empty(), 5))
                        .hits())
                .isEmpty();
    }

    @Test
    void aDraftMayChangeAndIsNeitherFoundNorRead() throws SQLException {
        database.execute(second("VV-01", "DRAFT", "null"));
        database.execute("update knowledge_version set body = 'Mejor.' where status = 'DRAFT'");
        KnowledgeVersionId draft = KnowledgeVersionId.of(
                database.value("select cast(id as text) from knowledge_version where status = 'DRAFT'"));
        persistence.inTransaction(() -> {
            assertThat(knowledge.version(draft)).isEmpty();
            assertThat(knowledge.current("VV-01", Language.ES))
                    .get()
                    .extracting(PublishedEntry::number)
                    .isEqualTo(1);
        });
        database.execute("delete from knowledge_version where status = 'DRAFT'");
    }

    private static String second(String code, String status, String published) {
        return """
                insert into knowledge_version
                  (entry_id, language, number, status, title, summary, body, author, published_at)
                select id, 'ES', 2, '%s', 'Renovada', 'Resumen.', 'Texto nuevo.', 'informacion1', %s
                from knowledge_entry where code = '%s'
                """
                .formatted(status, published, code);
    }
}
