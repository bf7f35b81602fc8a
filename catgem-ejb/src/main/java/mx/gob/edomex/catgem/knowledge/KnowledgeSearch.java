package mx.gob.edomex.catgem.knowledge;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Full-text search over the published versions, fast enough to run at every key.
 *
 * <p>An entry is found by any of the words and ranked by how many of them it has, then by where: a word in the title
 * weighs more than any number of times in the keywords, those more than the summary, that more than the body. Entries
 * that miss two or more of the words that the best one has are left out, so the list narrows while somebody types.
 */
final class KnowledgeSearch {

    // Shared trigrams from which two words may be the same one mistyped: "liscencia" and "licencia" share 0.7.
    private static final double ALIKE = 0.4;

    private static final String COLUMNS =
            """
            select v.id, e.code, v.number, v.language, e.topic, v.title, v.summary, v.body,
                   case when v.language = 'ES' then a.name_es else a.name_en end as agency
            """;

    private static final String RANKED =
            """
            with typed as (
              select t.word, t.place = max(t.place) over () as last, search_stem(:language, t.word) is null as empty
              from string_to_table(cast(:words as text), ' ') with ordinality as t (word, place)),
            asked as materialized (
              select search_query(:language, word, last or length(word) > 2) as query
              from typed where last or not empty),
            found as materialized (
              select v.id,
                     sum(cast(v.words @@ asked.query as int)) as matched,
                     sum(ts_rank('{0.01, 0.05, 0.25, 1}', v.words, asked.query)) as rank
              from knowledge_version v join knowledge_entry e on e.id = v.entry_id cross join asked
              where v.status = 'PUBLISHED' and v.language = :language and e.topic = coalesce(cast(:topic as text), e.topic)
                and v.words @@ (select cast(string_agg(cast(query as text), ' | ') as tsquery) from asked)
              group by v.id)
            """
                    + COLUMNS
                    + """
            from found f
            join knowledge_version v on v.id = f.id
            join knowledge_entry e on e.id = v.entry_id
            join agency a on a.code = e.agency
            where f.matched >= (select max(matched) from found)
                             - (select case when count(*) > 2 then 1 else 0 end from asked)
            order by f.matched desc,
                     case when starts_with(search_fold(v.title), cast(:words as text)) then 1 else 0 end desc,
                     f.rank desc, e.code
            limit :limit
            """;

    private static final String OF_TOPIC = COLUMNS
            + """
            from knowledge_version v
            join knowledge_entry e on e.id = v.entry_id
            join agency a on a.code = e.agency
            where v.status = 'PUBLISHED' and v.language = :language and e.topic = :topic
            order by search_fold(v.title)
            limit :limit
            """;

    // Each word typed, or the word of a title, keyword or summary that is most like it where nothing begins with it.
    private static final String CORRECTED =
            """
            with text as (
              select v.words, search_fold(v.title || ' ' || v.keywords || ' ' || v.summary) as folded
              from knowledge_version v join knowledge_entry e on e.id = v.entry_id
              where v.status = 'PUBLISHED' and v.language = :language and e.topic = coalesce(cast(:topic as text), e.topic)),
            typed as (
              select t.word, t.place, t.place = max(t.place) over () as last
              from string_to_table(cast(:words as text), ' ') with ordinality as t (word, place))
            select coalesce(
              case when length(word) > 3 and search_stem(:language, word) is not null
                        and not exists (select from text where words @@ search_query(:language, word, true)) then
                (select known.word
                 from (select distinct string_to_table(folded, ' ') as word from text) known
                 where length(known.word) > 3
                   and greatest(similarity(typed.word, known.word),
                                case when last then word_similarity(typed.word, known.word) - 0.1 else 0 end) >= :alike
                 order by similarity(typed.word, known.word) desc, known.word
                 limit 1)
              end, word) as word
            from typed order by place
            """;

    private final EntityManager entities;

    KnowledgeSearch(EntityManager entities) {
        this.entities = entities;
    }

    KnowledgeFindings run(String query, Language language, Optional<String> topic, int limit) {
        SearchWords typed = SearchWords.of(query);
        if (typed.isEmpty()) {
            return new KnowledgeFindings(
                    topic.map(code -> ofTopic(code, language, limit)).orElse(List.of()), null);
        }
        SearchWords corrected = corrected(typed, language, topic);
        List<KnowledgeHit> hits = ranked(corrected, language, topic, limit);
        return new KnowledgeFindings(hits, corrected.equals(typed) ? null : corrected.joined());
    }

    private List<KnowledgeHit> ranked(SearchWords words, Language language, Optional<String> topic, int limit) {
        Highlighter highlighter = new Highlighter(words);
        return Sql.on(entities, RANKED)
                .set("words", words.joined())
                .set("language", language)
                .set("topic", topic.orElse(null))
                .set("limit", limit)
                .list(row -> hit(row, highlighter));
    }

    private List<KnowledgeHit> ofTopic(String topic, Language language, int limit) {
        Highlighter nothing = new Highlighter(new SearchWords(List.of()));
        return Sql.on(entities, OF_TOPIC)
                .set("language", language)
                .set("topic", topic)
                .set("limit", limit)
                .list(row -> hit(row, nothing));
    }

    private SearchWords corrected(SearchWords words, Language language, Optional<String> topic) {
        return new SearchWords(Sql.on(entities, CORRECTED)
                .set("words", words.joined())
                .set("language", language)
                .set("topic", topic.orElse(null))
                .set("alike", ALIKE)
                .list(row -> row.text("word")));
    }

    private static KnowledgeHit hit(Sql.Row row, Highlighter highlighter) {
        List<String> lines = new ArrayList<>(List.of(row.text("summary")));
        EntryBody.parse(row.text("body")).sections().stream()
                .flatMap(section -> section.lines().stream())
                .forEach(lines::add);
        return new KnowledgeHit(
                new KnowledgeVersionId(row.uuid("id")),
                row.text("code"),
                row.number("number"),
                row.constant("language", Language.class),
                row.text("topic"),
                row.text("agency"),
                highlighter.mark(row.text("title")),
                highlighter.snippet(lines));
    }
}
