package mx.gob.edomex.catgem.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Sql;

/** The rows of an update. State changes happen on a locked row, so two officers cannot both win. */
@ApplicationScoped
public class UpdateRows {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** An update as stored; {@code entry} is null until a new entry is published. */
    record UpdateRow(UpdateId id, UpdateKind kind, UpdateState state, UUID entry, EntryText base, String submittedBy) {}

    /** A saved text; number 0 is what the draft began with and has no author. */
    record Revision(int number, String staff, Instant at, EntryText text) {}

    /**
     * @throws UpdateUnknown when there is none
     * @throws UpdateNotInState when it is in none of the states
     */
    UpdateRow locked(UpdateId id, UpdateState... states) {
        UpdateRow row = Sql.on(
                        entities,
                        """
                        select id, kind, state, entry_id, cast(base as text) as base, submitted_by
                        from knowledge_update where id = :id for update
                        """)
                .set("id", id.value())
                .first(found -> new UpdateRow(
                        id,
                        found.constant("kind", UpdateKind.class),
                        found.constant("state", UpdateState.class),
                        found.uuid("entry_id"),
                        EntryText.parse(found.text("base")),
                        found.text("submitted_by")))
                .orElseThrow(() -> new UpdateUnknown(id.toString()));
        if (!Arrays.asList(states).contains(row.state())) {
            throw new UpdateNotInState(id);
        }
        return row;
    }

    /** The newest text. */
    Revision head(UpdateId id) {
        return revision(id, "order by number desc limit 1", null).orElseThrow();
    }

    Optional<Revision> revision(UpdateId id, int number) {
        return revision(id, "and number = :number", number);
    }

    private Optional<Revision> revision(UpdateId id, String which, Integer number) {
        Sql sql = Sql.on(
                        entities,
                        "select number, staff, at, cast(text as text) as text from knowledge_revision"
                                + " where update_id = :id " + which)
                .set("id", id.value());
        if (number != null) {
            sql.set("number", number);
        }
        return sql.first(row -> new Revision(
                row.number("number"), row.text("staff"), row.instant("at"), EntryText.parse(row.text("text"))));
    }

    void append(UpdateId id, int number, String staff, Instant at, EntryText text, boolean joined) {
        Sql.on(
                        entities,
                        """
                        insert into knowledge_revision (update_id, number, staff, at, text, joined)
                        values (:id, :number, :staff, :at, cast(:text as jsonb), :joined)
                        """)
                .set("id", id.value())
                .set("number", number)
                .set("staff", staff)
                .set("at", at)
                .set("text", text.json())
                .set("joined", joined)
                .update();
    }

    /** Keeps a text that could not be joined, until its author has decided; a later one takes its place. */
    void setAside(UpdateId id, String staff, EntryText base, EntryText text, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into knowledge_aside (update_id, staff, base, at, text)
                        values (:id, :staff, cast(:base as jsonb), :at, cast(:text as jsonb))
                        on conflict (update_id, staff) do update set at = excluded.at, text = excluded.text
                        """)
                .set("id", id.value())
                .set("staff", staff)
                .set("base", base.json())
                .set("at", at)
                .set("text", text.json())
                .update();
    }

    /** Who wrote any of the text, or handed it in: none of them is the second person. */
    List<String> authors(UpdateId id) {
        return Sql.on(
                        entities,
                        """
                        select staff from knowledge_revision where update_id = :id and number > 0
                        union select submitted_by from knowledge_update where id = :id and submitted_by is not null
                        order by 1
                        """)
                .set("id", id.value())
                .list(row -> row.text("staff"));
    }

    boolean hasDocument(UpdateId id) {
        return Sql.on(entities, "select 1 from supporting_document where update_id = :id limit 1")
                .set("id", id.value())
                .exists();
    }

    /** What advisors read of the entry now, both languages; empty texts where there is none. */
    EntryText published(UUID entry) {
        EntryText[] text = {EntryText.EMPTY};
        Sql.on(
                        entities,
                        """
                        select e.topic, e.agency, cast(e.valid_from as text) as valid_from,
                               cast(e.valid_until as text) as valid_until, cast(e.review_on as text) as review_on,
                               v.language, v.title, v.summary, v.body, v.keywords
                        from knowledge_entry e
                        left join knowledge_version v on v.entry_id = e.id and v.status = 'PUBLISHED'
                        where e.id = :entry
                        """)
                .set("entry", entry)
                .list(row -> {
                    EntryText read = text[0].with(EntryField.TOPIC, row.text("topic"))
                            .with(EntryField.AGENCY, row.text("agency"))
                            .with(EntryField.VALID_FROM, row.text("valid_from"))
                            .with(EntryField.VALID_UNTIL, row.text("valid_until"))
                            .with(EntryField.REVIEW_ON, row.text("review_on"));
                    String language = row.text("language");
                    text[0] = language == null
                            ? read
                            : read.with(EntryField.valueOf("TITLE_" + language), row.text("title"))
                                    .with(EntryField.valueOf("SUMMARY_" + language), row.text("summary"))
                                    .with(EntryField.valueOf("BODY_" + language), row.text("body"))
                                    .with(EntryField.valueOf("KEYWORDS_" + language), row.text("keywords"));
                    return row;
                });
        return text[0];
    }
}
