package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** The rows of contacts handed over, from giving until the receiver has seen them; joins the caller's transaction. */
@ApplicationScoped
public class Handovers {

    private static final String SELECT = select("handover");

    /** A colleague asked in has the same to see: who asks, why, and the answer as far as it is written. */
    private static final String SELECT_ASKED =
            select("(select *, asked_at as at from warm_transfer where ended_at is null and joined_at is null)");

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    /** @param to null while it waits in the line for whoever comes */
    void given(ContactId contact, String from, String to, UUID note, Instant at) {
        given(contact, from, to, note, at, to != null);
    }

    /** Offered to one colleague, who has not accepted yet. */
    void addressed(ContactId contact, String from, String to, UUID note, Instant at) {
        given(contact, from, to, note, at, false);
    }

    /** @return whether it was offered to this advisor by name; from now on it is for whoever comes */
    boolean declined(ContactId contact, String by) {
        return Sql.on(
                                entities,
                                """
                                update handover set to_advisor = null
                                where contact_id = :contact and to_advisor = :by and taken_at is null
                                """)
                        .set("contact", contact)
                        .set("by", by)
                        .update()
                > 0;
    }

    private void given(ContactId contact, String from, String to, UUID note, Instant at, boolean taken) {
        Sql.on(entities, "delete from handover where contact_id = :contact and taken_at is null")
                .set("contact", contact)
                .update();
        Sql.on(
                        entities,
                        """
                        insert into handover (id, contact_id, from_advisor, to_advisor, note_id, at, taken_at)
                        values (:id, :contact, :from, :to, cast(:note as uuid), :at,
                                case when :taken then cast(:at as timestamptz) end)
                        """)
                .set("id", UUID.randomUUID())
                .set("contact", contact)
                .set("from", from)
                .set("to", to)
                .set("note", note == null ? null : note.toString())
                .set("at", at)
                .set("taken", taken)
                .update();
    }

    void taken(ContactId contact, String by, Instant at) {
        Sql.on(
                        entities,
                        """
                        update handover set to_advisor = :by, taken_at = :at where contact_id = :contact and taken_at is null
                        """)
                .set("contact", contact)
                .set("by", by)
                .set("at", at)
                .update();
    }

    boolean seen(ContactId contact, String by, Instant at) {
        return Sql.on(
                                entities,
                                """
                                update handover set seen_at = :at
                                where contact_id = :contact and to_advisor = :by and taken_at is not null and seen_at is null
                                """)
                        .set("contact", contact)
                        .set("by", by)
                        .set("at", at)
                        .update()
                > 0;
    }

    /** What was handed over to the person, is still in their hands and has not been looked at. */
    List<Handover> unseen(String by, Language reader) {
        return Sql.on(
                        entities,
                        SELECT
                                + """
                                where h.to_advisor = :by and h.taken_at is not null and h.seen_at is null
                                  and c.advisor = :by and c.closed_at is null order by h.at, c.first_queued_at
                                """)
                .set("reader", reader)
                .set("by", by)
                .list(this::read);
    }

    /** What comes with a contact that is being offered to the person. */
    Optional<Handover> offered(ContactId contact, String to, Language reader) {
        return Sql.on(
                        entities,
                        SELECT
                                + """
                                where h.contact_id = :contact and h.taken_at is null and exists (
                                  select 1 from offer o where o.contact_id = h.contact_id and o.advisor = :to
                                  and o.outcome is null)
                                """)
                .set("reader", reader)
                .set("contact", contact)
                .set("to", to)
                .first(this::read)
                .or(() -> Sql.on(entities, SELECT_ASKED + "where h.contact_id = :contact and h.to_advisor = :to")
                        .set("reader", reader)
                        .set("contact", contact)
                        .set("to", to)
                        .first(this::read));
    }

    Optional<String> draft(ContactId contact, String by) {
        return Sql.on(
                        entities,
                        """
                        select c.subject_id, d.body_sealed from draft d join contact c on c.id = d.contact_id
                        where d.contact_id = :contact and c.advisor = :by
                        """)
                .set("contact", contact)
                .set("by", by)
                .first(row -> personalData.openText(row.subject("subject_id"), row.bytes("body_sealed")))
                .flatMap(text -> text);
    }

    private static String select(String rows) {
        return """
            select h.contact_id, c.folio, c.channel, c.first_queued_at, c.subject_id, h.at, u.display_name,
                   case :reader when 'EN' then t.name_en else t.name_es end as topic,
                   n.body_sealed as note, d.body_sealed as draft
            from %s h join contact c on c.id = h.contact_id join topic t on t.code = c.topic
            join app_user u on u.username = h.from_advisor
            left join contact_note n on n.id = h.note_id left join draft d on d.contact_id = h.contact_id
            """
                .formatted(rows);
    }

    private Handover read(Sql.Row row) {
        SubjectId subject = row.subject("subject_id");
        return new Handover(
                row.contact("contact_id"),
                row.text("folio"),
                row.constant("channel", Channel.class),
                row.text("topic"),
                row.text("display_name"),
                row.instant("at"),
                row.instant("first_queued_at"),
                personalData.openText(subject, row.bytes("note")).orElse(null),
                personalData.openText(subject, row.bytes("draft")).orElse(null));
    }
}
