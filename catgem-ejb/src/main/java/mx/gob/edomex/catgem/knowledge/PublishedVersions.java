package mx.gob.edomex.catgem.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.knowledge.UpdateRows.Revision;
import mx.gob.edomex.catgem.knowledge.UpdateRows.UpdateRow;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Writes versions of entries. Both methods give the versions concerned by language, one at least. */
@ApplicationScoped
public class PublishedVersions {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    UpdateRows rows;

    Map<String, UUID> publish(UpdateRow update, Revision head, String reviewer, Instant now) {
        EntryText text = head.text();
        UUID entry = update.entry() == null ? enter(text) : changeEntry(update.entry(), text);
        EntryText before = rows.published(entry);
        Map<String, UUID> published = new TreeMap<>();
        for (Language language : Language.values()) {
            boolean written = language == Language.ES || Completeness.hasEnglish(text);
            boolean changed = Stream.of("TITLE_", "SUMMARY_", "BODY_", "KEYWORDS_")
                    .map(field -> EntryField.valueOf(field + language))
                    .anyMatch(field -> !text.get(field).equals(before.get(field)));
            if (written && changed) {
                published.put(language.name(), version(update.id(), entry, language, head, reviewer, now));
            } else if (!written && changed) {
                end(entry, language, "WITHDRAWN");
            }
        }
        // When only the agency or a date changed, the Spanish version is written anew: it stands for the whole entry.
        if (published.isEmpty()) {
            published.put("ES", version(update.id(), entry, Language.ES, head, reviewer, now));
        }
        return published;
    }

    Map<String, UUID> withdraw(UUID entry, Instant now) {
        Map<String, UUID> withdrawn = new TreeMap<>();
        Sql.on(
                        entities,
                        """
                        update knowledge_version set status = 'WITHDRAWN' where entry_id = :entry and status = 'PUBLISHED'
                        returning language, id
                        """)
                .set("entry", entry)
                .list(row -> withdrawn.put(row.text("language"), row.uuid("id")));
        Sql.on(entities, "update knowledge_entry set retired_at = :now where id = :entry")
                .set("entry", entry)
                .set("now", now)
                .update();
        return withdrawn;
    }

    private UUID version(UpdateId update, UUID entry, Language language, Revision head, String reviewer, Instant now) {
        end(entry, language, "SUPERSEDED");
        EntryText text = head.text();
        return Sql.on(
                        entities,
                        """
                        insert into knowledge_version (entry_id, language, number, status, title, summary, body, keywords,
                                                       author, reviewer, created_at, published_at, update_id)
                        select :entry, :language,
                               coalesce((select max(number) from knowledge_version
                                         where entry_id = :entry and language = :language), 0) + 1,
                               'PUBLISHED', :title, :summary, :body, :keywords, :author, :reviewer, :written, :now, :update
                        returning id
                        """)
                .set("entry", entry)
                .set("language", language)
                .set("title", text.get(EntryField.valueOf("TITLE_" + language)))
                .set("summary", text.get(EntryField.valueOf("SUMMARY_" + language)))
                .set("body", text.get(EntryField.valueOf("BODY_" + language)))
                .set("keywords", text.get(EntryField.valueOf("KEYWORDS_" + language)))
                .set("author", head.staff())
                .set("reviewer", reviewer)
                .set("written", head.at())
                .set("now", now)
                .set("update", update.value())
                .first(row -> row.uuid("id"))
                .orElseThrow();
    }

    private void end(UUID entry, Language language, String status) {
        Sql.on(
                        entities,
                        """
                        update knowledge_version set status = :status
                        where entry_id = :entry and language = :language and status = 'PUBLISHED'
                        """)
                .set("entry", entry)
                .set("language", language)
                .set("status", status)
                .update();
    }

    private UUID changeEntry(UUID entry, EntryText text) {
        return ofEntry(
                        """
                        update knowledge_entry set topic = :topic, agency = :agency, review_on = cast(:review as date),
                               valid_from = cast(:since as date), valid_until = cast(:until as date)
                        where id = :entry returning id
                        """,
                        text)
                .set("entry", entry)
                .first(row -> row.uuid("id"))
                .orElseThrow();
    }

    /** The code follows those of its topic: what prefix they have, and the next number. */
    private UUID enter(EntryText text) {
        String prefix = Sql.on(
                        entities,
                        """
                        select split_part(code, '-', 1) as prefix from knowledge_entry where topic = :topic
                        group by 1 order by count(*) desc, 1 limit 1
                        """)
                .set("topic", text.get(EntryField.TOPIC))
                .first(row -> row.text("prefix"))
                .orElse(text.get(EntryField.TOPIC).replace("_", "").substring(0, 2));
        return ofEntry(
                        """
                        insert into knowledge_entry (code, topic, agency, review_on, valid_from, valid_until)
                        select :prefix || '-' || to_char(coalesce(max(cast(split_part(code, '-', 2) as int)), 0) + 1, 'FM900'),
                               :topic, :agency, cast(:review as date), cast(:since as date), cast(:until as date)
                        from knowledge_entry where split_part(code, '-', 1) = :prefix
                        returning id
                        """,
                        text)
                .set("prefix", prefix)
                .first(row -> row.uuid("id"))
                .orElseThrow();
    }

    private Sql ofEntry(String sql, EntryText text) {
        return Sql.on(entities, sql)
                .set("topic", text.get(EntryField.TOPIC))
                .set("agency", text.get(EntryField.AGENCY))
                .set("review", text.get(EntryField.REVIEW_ON))
                .set(
                        "since",
                        text.day(EntryField.VALID_FROM).map(LocalDate::toString).orElse(null))
                .set(
                        "until",
                        text.day(EntryField.VALID_UNTIL)
                                .map(LocalDate::toString)
                                .orElse(null));
    }
}
