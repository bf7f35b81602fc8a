package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads the line of a contact; the caller has decided who may see it and whether it is masked. */
@ApplicationScoped
public class ContactReading {

    /** To be followed by a condition on {@code c}. */
    static final String LINE =
            """
            select c.id, c.folio, c.channel, c.entry_point, c.language, c.topic, t.name_es as topic_es,
                   t.name_en as topic_en, c.priority, c.state, c.outcome, c.disposition, d.name_es as disposition_es,
                   d.name_en as disposition_en, c.advisor, u.display_name, c.subject_id, c.title_sealed, c.matter_id,
                   w.seconds, c.paused_seconds, c.created_at, c.first_queued_at, f.connected_at, c.delivered_at,
                   c.closed_at
            from contact c
            join topic t on t.code = c.topic
            join wait_target w on w.channel = c.channel and w.priority = c.priority
            left join disposition d on d.code = c.disposition
            left join app_user u on u.username = c.advisor
            left join leg f on f.contact_id = c.id and f.number = 1
            """;

    @Inject
    PersonalData personalData;

    ContactLine line(Sql.Row row, Language language, boolean masked) {
        boolean english = language == Language.EN;
        return new ContactLine(
                row.uuid("id"),
                row.text("folio"),
                row.constant("channel", Channel.class),
                row.text("entry_point"),
                row.constant("language", Language.class),
                row.text("topic"),
                row.text(english ? "topic_en" : "topic_es"),
                row.constant("priority", Priority.class),
                row.text("state"),
                row.text("outcome"),
                row.text("disposition"),
                row.text(english ? "disposition_en" : "disposition_es"),
                row.text("advisor"),
                row.text("display_name"),
                masked
                        ? null
                        : personalData
                                .openText(row.subject("subject_id"), row.bytes("title_sealed"))
                                .orElse(null),
                row.uuid("matter_id"),
                row.number("seconds"),
                row.number("paused_seconds"),
                row.instant("created_at"),
                row.instant("first_queued_at"),
                row.instant("connected_at"),
                row.instant("delivered_at"),
                row.instant("closed_at"));
    }
}
