package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Search and reading of the knowledge base. Reading leaves no trace here: that a contact consulted a version is recorded
 * by the contact, with the version's id.
 */
@Stateless
@RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.INFORMATION, Roles.AUDITOR})
public class KnowledgeService {

    /** The most hits of one search, whatever the caller asks for. */
    public static final int MOST_HITS = 50;

    private static final String READING =
            """
            select v.id, e.code, v.number, v.language, e.topic, v.title, v.summary, v.body, v.published_at,
                   v.status = 'PUBLISHED' as current, cast(e.review_on as text) as review_on,
                   cast(e.valid_from as text) as valid_from, cast(e.valid_until as text) as valid_until,
                   a.code as agency, a.level, a.phone, a.email, a.web, a.address,
                   case when v.language = 'ES' then a.name_es else a.name_en end as name,
                   case when v.language = 'ES' then a.hours_es else a.hours_en end as hours,
            """
                    + EntryStanding.COLUMN
                    + """
            from knowledge_version v
            join knowledge_entry e on e.id = v.entry_id
            join agency a on a.code = e.agency
            """
                    + EntryStanding.TODAY
                    + """
            where v.published_at is not null and
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * The published entries that answer the words best. Accents and case do not matter, the last word may be
     * unfinished, any character may be typed. Without words: the entries of the topic by title.
     *
     * @param topic code of the only topic to search in, or empty for all
     * @param limit how many hits at most, from 1 to {@value #MOST_HITS}
     */
    public KnowledgeFindings search(String query, Language language, Optional<String> topic, int limit) {
        return new KnowledgeSearch(entities).run(query, language, topic, Math.max(1, Math.min(limit, MOST_HITS)));
    }

    /** The version as it was published, current or not; empty when there is none, or when it is still a draft. */
    public Optional<PublishedEntry> version(KnowledgeVersionId version) {
        return Sql.on(entities, READING + "v.id = :id")
                .set("id", version.value())
                .first(KnowledgeService::read);
    }

    /** What is in force now; empty when the entry does not exist in that language. */
    public Optional<PublishedEntry> current(String code, Language language) {
        return Sql.on(entities, READING + "v.status = 'PUBLISHED' and e.code = :code and v.language = :language")
                .set("code", code)
                .set("language", language)
                .first(KnowledgeService::read);
    }

    /** The agencies in use, by name. */
    public List<Agency> agencies(Language language) {
        return Sql.on(
                        entities,
                        """
                        select code as agency, level, phone, email, web, address,
                               case when :language = 'ES' then name_es else name_en end as name,
                               case when :language = 'ES' then hours_es else hours_en end as hours
                        from agency where active
                        """)
                .set("language", language)
                .list(KnowledgeService::agency)
                .stream()
                .sorted(Comparator.comparing(Agency::name, Collator.getInstance(language.locale())))
                .toList();
    }

    /** All municipalities of the state in Spanish alphabetical order, where ñ is a letter of its own. */
    public List<Municipality> municipalities() {
        return Sql.on(entities, "select code, name, seat, population from municipality")
                .list(row -> new Municipality(
                        row.number("code"), row.text("name"), row.text("seat"), row.number("population")))
                .stream()
                .sorted(Comparator.comparing(Municipality::name, Collator.getInstance(Language.ES.locale())))
                .toList();
    }

    private static PublishedEntry read(Sql.Row row) {
        return new PublishedEntry(
                new KnowledgeVersionId(row.uuid("id")),
                row.text("code"),
                row.number("number"),
                row.constant("language", Language.class),
                row.text("topic"),
                agency(row),
                row.text("title"),
                row.text("summary"),
                EntryBody.parse(row.text("body")),
                row.flag("current"),
                row.instant("published_at"),
                LocalDate.parse(row.text("review_on")),
                day(row.text("valid_from")),
                day(row.text("valid_until")),
                row.constant("standing", EntryStanding.class));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Agency agency(Sql.Row row) {
        return new Agency(
                row.text("agency"),
                row.constant("level", GovernmentLevel.class),
                row.text("name"),
                row.text("phone"),
                row.text("email"),
                row.text("web"),
                row.text("address"),
                row.text("hours"));
    }
}
