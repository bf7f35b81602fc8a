package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The life of an entry: every version with who wrote and who published it, and what changed from one to another. */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class EntryHistory {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** An entry as listed; the title is the reader's language's, or Spanish. */
    public record EntryLine(
            String code,
            String topic,
            String agencyCode,
            String agency,
            String title,
            LocalDate reviewOn,
            LocalDate validUntil,
            boolean retired)
            implements Serializable {}

    /** A version as listed; author and reviewer are names, the reviewer null for texts from before procedure ABD. */
    public record VersionLine(
            UUID id,
            Language language,
            int number,
            String status,
            String title,
            String author,
            String reviewer,
            Instant publishedAt,
            UUID update) {}

    /** What became of one part of the text: {@code TITLE, SUMMARY, BODY, KEYWORDS}. */
    public record PartChange(String part, WordDiff diff) {}

    /** Every entry in force, by code; for choosing one and for the list of reviews. */
    @RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
    public List<EntryLine> entries(Language language) {
        return entries(language, "e.retired_at is null", null);
    }

    public Optional<EntryLine> entry(String code, Language language) {
        return entries(language, "e.code = :code", code).stream().findFirst();
    }

    private List<EntryLine> entries(Language language, String condition, String code) {
        Sql sql = Sql.on(
                        entities,
                        """
                        select e.code, t.name_es as topic_es, t.name_en as topic_en, e.agency, a.name_es, a.name_en,
                               coalesce(
                                 (select v.title from knowledge_version v where v.entry_id = e.id and v.published_at is not null
                                  order by v.status = 'PUBLISHED' desc, v.language = :language desc, v.number desc limit 1),
                                 '') as title,
                               cast(e.review_on as text) as review_on, cast(e.valid_until as text) as valid_until,
                               e.retired_at is not null as retired
                        from knowledge_entry e join topic t on t.code = e.topic join agency a on a.code = e.agency
                        where %s order by e.code
                        """
                                .formatted(condition))
                .set("language", language);
        if (code != null) {
            sql.set("code", code);
        }
        boolean english = language == Language.EN;
        return sql.list(row -> new EntryLine(
                row.text("code"),
                row.text(english ? "topic_en" : "topic_es"),
                row.text("agency"),
                row.text(english ? "name_en" : "name_es"),
                row.text("title"),
                LocalDate.parse(row.text("review_on")),
                row.text("valid_until") == null ? null : LocalDate.parse(row.text("valid_until")),
                row.flag("retired")));
    }

    /** Newest first, Spanish before English. */
    public List<VersionLine> versions(String code) {
        return Sql.on(
                        entities,
                        """
                        select v.id, v.language, v.number, v.status, v.title, coalesce(a.display_name, v.author) as author,
                               r.display_name as reviewer, v.published_at, v.update_id
                        from knowledge_version v join knowledge_entry e on e.id = v.entry_id
                        left join app_user a on a.username = v.author
                        left join app_user r on r.username = v.reviewer
                        where e.code = :code and v.published_at is not null
                        order by v.language desc, v.number desc
                        """)
                .set("code", code)
                .list(row -> new VersionLine(
                        row.uuid("id"),
                        row.constant("language", Language.class),
                        row.number("number"),
                        row.text("status"),
                        row.text("title"),
                        row.text("author"),
                        row.text("reviewer"),
                        row.instant("published_at"),
                        row.uuid("update_id")));
    }

    /** The parts of a version against those of the one before it; against nothing when it is the first. */
    public List<PartChange> changes(UUID version, Language reader) {
        return Sql.on(
                        entities,
                        """
                        select v.title, v.summary, v.body, v.keywords, coalesce(p.title, '') as old_title,
                               coalesce(p.summary, '') as old_summary, coalesce(p.body, '') as old_body,
                               coalesce(p.keywords, '') as old_keywords
                        from knowledge_version v
                        left join knowledge_version p on p.entry_id = v.entry_id and p.language = v.language
                                                     and p.number = v.number - 1
                        where v.id = :id and v.published_at is not null
                        """)
                .set("id", version)
                .first(row -> Stream.of("TITLE", "SUMMARY", "BODY", "KEYWORDS")
                        .map(part -> {
                            String column = part.toLowerCase(Locale.ROOT);
                            String before = row.text("old_" + column);
                            String after = row.text(column);
                            return new PartChange(
                                    part,
                                    part.equals("BODY")
                                            ? WordDiff.of(
                                                    EntryBody.edited(before, reader), EntryBody.edited(after, reader))
                                            : WordDiff.of(before, after));
                        })
                        .toList())
                .orElse(List.of());
    }
}
