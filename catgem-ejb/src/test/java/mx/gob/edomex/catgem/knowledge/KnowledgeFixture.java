package mx.gob.edomex.catgem.knowledge;

import java.sql.SQLException;
import mx.gob.edomex.catgem.shared.TestDatabase;

/** Entries with just the words that a test is about, in a database without example content. */
final class KnowledgeFixture {

    private final TestDatabase database;

    KnowledgeFixture(TestDatabase database) {
        this.database = database;
    }

    void anAgency() throws SQLException {
        database.execute(
                """
                insert into agency (code, level, name_es, name_en)
                values ('PRUEBA', 'STATE', 'Dependencia de prueba', 'Test agency') on conflict do nothing
                """);
    }

    /** A published entry of the topic GENERAL in Spanish. */
    void anEntry(String code, String title, String keywords, String summary, String body) throws SQLException {
        anEntry(code, "GENERAL", "ES", title, keywords, summary, body);
    }

    void anEntry(String code, String topic, String language, String title, String keywords, String summary, String body)
            throws SQLException {
        database.column(
                """
                insert into knowledge_entry (code, topic, agency, review_on) values (?, ?, 'PRUEBA', '2027-01-31')
                on conflict (code) do update set topic = excluded.topic returning id
                """,
                code,
                topic);
        database.column(
                """
                insert into knowledge_version
                  (entry_id, language, number, status, title, keywords, summary, body, author, published_at)
                select id, ?, 1, 'PUBLISHED', ?, ?, ?, ?, 'informacion1', now() from knowledge_entry where code = ?
                returning id
                """,
                language,
                title,
                keywords,
                summary,
                body,
                code);
    }
}
