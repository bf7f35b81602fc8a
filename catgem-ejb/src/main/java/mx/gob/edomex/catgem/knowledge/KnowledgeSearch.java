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
 * <p>An entry is found by any of the words and ranked by where they stand (a word in the title weighs four times one in
 * the keywords, that five times one in the summary, that five times one in the body), by how many of them it has, and by
 * a title that begins as the words do. Entries that miss more than a third of the words that the best one has are left
 * out, so the list narrows while somebody types.
 */
final class KnowledgeSearch {

    // Shared trigrams from which two words may be the same one mistyped: "liscencia" and "licencia" share 0.7.
    private static final double ALIKE = 0.4;

    private static final String COLUMNS =
            """
            select v.id, e.code, v.number, v.language, e.topic, v.title, v.summary, v.body,
                   case when v.language = 'ES' then a.name_es else a.name_en end as agency,
            """
                    + EntryStanding.COLUMN;

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
              group by v.id),
            measure as (
              select (select count(*) from asked) as asked, (select max(matched) from found) as most)
            """
                    + COLUMNS
                    + """
                 , f.matched = measure.asked as complete
            from found f cross join measure
            join knowledge_version v on v.id = f.id
            join knowledge_entry e on e.id = v.entry_id
            join agency a on a.code = e.agency
            """
                    + EntryStanding.TODAY
                    + """
            where f.matched >= measure.most - measure.asked / 3
            order by f.rank + cast(f.matched as float) / measure.asked
                     + case when starts_with(search_fold(v.title), cast(:words as text)) then 1 else 0 end desc,
                     e.code
            limit :limit
            """;

    private static final String OF_TOPIC = COLUMNS
            + """
            from knowledge_version v
            join knowledge_entry e on e.id = v.entry_id
            join agency a on a.code = e.agency
            """
            + EntryStanding.TODAY
            + """
            where v.status = 'PUBLISHED' and v.language = :language and e.topic = :topic
            order by search_fold(v.title)
            limit :limit
            """;

    // Each word typed, or the word of a title, keyword or summary that is most like it where nothing begins with it.
    private static final String CORRECTED =
            """
            with typed as materialized (
              select t.word, t.place, t.place = max(t.place) over () as last,
                     search_query(:language, t.word, true) as query, search_stem(:language, t.word) is null as empty
              from string_to_table(cast(:words as text), ' ') with ordinality as t (word, place)),
            published as (
              select v.* from knowledge_version v join knowledge_entry e on e.id = v.entry_id
              where v.status = 'PUBLISHED' and v.language = :language
                and e.topic = coalesce(cast(:topic as text), e.topic)),
            known as materialized (
              select distinct string_to_table(search_fold(title || ' ' || keywords || ' ' || summary), ' ') as word
              from published)
            select coalesce(
              case when length(typed.word) > 3 and not typed.empty
                        and not exists (select from published where words @@ typed.query) then
                (select known.word from known
                 where length(known.word) > 3
                   and greatest(similarity(typed.word, known.word),
                                case when typed.last then word_similarity(typed.word, known.word) - 0.1 else 0 end) >= :alike
                 order by similarity(typed.word, known.word) desc, known.word
                 limit 1)
              end, typed.word) as word
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
        Ranked asTyped = ranked(typed, language, topic, limit);
        if (asTyped.complete()) {
            return new KnowledgeFindings(asTyped.hits(), null);
        }
        SearchWords corrected = corrected(typed, language, topic);
        return corrected.equals(typed)
                ? new KnowledgeFindings(asTyped.hits(), null)
                : new KnowledgeFindings(
                        ranked(corrected, language, topic, limit).hits(), corrected.joined());
    }

    /** Complete when one of the hits has all the words, so that none of them can be a mistake. */
    private record Ranked(List<KnowledgeHit> hits, boolean complete) {}

    private Ranked ranked(SearchWords words, Language language, Optional<String> topic, int limit) {
        Highlighter highlighter = new Highlighter(words);
        List<KnowledgeHit> hits = new ArrayList<>();
        boolean complete = Sql.on(entities, RANKED)
                .set("words", words.joined())
                .set("language", language)
                .set("topic", topic.orElse(null))
                .set("limit", limit)
                .list(row -> {
                    hits.add(hit(row, highlighter));
                    return row.flag("complete");
                })
                .contains(true);
        return new Ranked(hits, complete);
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
                row.constant("standing", EntryStanding.class),
                highlighter.mark(row.text("title")),
                highlighter.snippet(lines));
    }
}
