package mx.gob.edomex.catgem.channel.chat;

import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** A row of {@code chat_session} as read. */
record ChatSession(
        UUID id,
        ContactId contact,
        SubjectId subject,
        MatterId matter,
        Language language,
        String topic,
        String noticeVersion,
        Instant firstMessageAt,
        String attendedBy,
        int files,
        Instant endedAt,
        EndedBy endedBy,
        boolean turnedAway) {

    static final String COLUMNS =
            """
            select id, contact_id, subject_id, matter_id, language, topic, notice_version, first_message_at,
                   attended_by, files, ended_at, ended_by,
                   exists (select 1 from contact c where c.id = chat_session.contact_id and c.state = 'OVERFLOWED')
                     as turned_away
            from chat_session
            """;

    static ChatSession of(Sql.Row row) {
        UUID matter = row.uuid("matter_id");
        return new ChatSession(
                row.uuid("id"),
                row.contact("contact_id"),
                row.subject("subject_id"),
                matter == null ? null : new MatterId(matter),
                row.constant("language", Language.class),
                row.text("topic"),
                row.text("notice_version"),
                row.instant("first_message_at"),
                row.text("attended_by"),
                row.number("files"),
                row.instant("ended_at"),
                row.constant("ended_by", EndedBy.class),
                row.flag("turned_away"));
    }

    boolean hasBegun() {
        return firstMessageAt != null;
    }

    /** The contact of the session was turned away, and the citizen asked to be phoned then. */
    boolean isTurnedAway() {
        return turnedAway;
    }

    boolean hasEnded() {
        return endedAt != null;
    }
}
