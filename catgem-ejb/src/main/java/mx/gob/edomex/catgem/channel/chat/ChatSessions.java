package mx.gob.edomex.catgem.channel.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** The rows of chat sessions; every method joins the caller's transaction. */
@Dependent
public class ChatSessions {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    void add(
            UUID id,
            ChatToken token,
            SubjectId subject,
            MatterId matter,
            Language language,
            String topic,
            String notice,
            Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into chat_session (id, token_sha256, contact_id, subject_id, matter_id, language, topic,
                                                  notice_version, started_at, seen_at)
                        values (:id, :token, :contact, :subject, cast(:matter as uuid), :language,
                                (select code from topic where code = :topic and active), :notice, :at, :at)
                        """)
                .set("id", id)
                .set("token", token.digest())
                .set("contact", ContactId.named("chat", id.toString()))
                .set("subject", subject)
                .set("matter", matter == null ? null : matter.toString())
                .set("language", language)
                .set("topic", topic)
                .set("notice", notice)
                .set("at", at)
                .update();
    }

    /** @throws ChatUnknown when there is none, or it ended too long ago */
    ChatSession read(ChatToken token) {
        return one(token, "");
    }

    /**
     * Locks the session: whatever one citizen sends in parallel passes here in a line. The arrival, once there is one,
     * is locked first, as whoever attends the contact does too, so that the two never wait for each other; the line
     * forms before it, or of two first messages one would hold the arrival and the other the session.
     */
    ChatSession locked(ChatToken token) {
        ContactId contact = read(token).contact();
        Sql.on(
                        entities,
                        "select 1 where cast(pg_advisory_xact_lock(hashtextextended(:contact, 0)) as text) is not null")
                .set("contact", contact.toString())
                .exists();
        lockArrival(contact);
        return one(token, " for update");
    }

    private void lockArrival(ContactId contact) {
        Sql.on(entities, "select 1 from arrival where contact_id = :contact for no key update")
                .set("contact", contact)
                .exists();
    }

    private ChatSession one(ChatToken token, String lock) {
        return Sql.on(
                        entities,
                        ChatSession.COLUMNS
                                + """
                                where token_sha256 = :token
                                and (ended_at is null or ended_at > now() - make_interval(secs => :readable))
                                """
                                + lock)
                .set("token", token.digest())
                .set("readable", (double) ChatPolicy.READABLE_AFTER_END.toSeconds())
                .first(ChatSession::of)
                .orElseThrow(ChatUnknown::new);
    }

    Optional<ChatSession> of(ContactId contact) {
        lockArrival(contact);
        return Sql.on(entities, ChatSession.COLUMNS + "where contact_id = :contact for update")
                .set("contact", contact)
                .first(ChatSession::of);
    }

    void begun(ChatSession session, Instant at) {
        change(session, "first_message_at = :value, seen_at = :value", at);
    }

    void countFile(ChatSession session, Instant at) {
        change(session, "files = files + 1, seen_at = :value", at);
    }

    /** @param advisor first name, or null when the contact went back to the line */
    void attended(ChatSession session, String advisor) {
        change(session, "attended_by = cast(:value as text)", advisor);
    }

    void ended(ChatSession session, EndedBy by, Instant at) {
        Sql.on(entities, "update chat_session set ended_by = :by, ended_at = :at where id = :id")
                .set("id", session.id())
                .set("by", by)
                .set("at", at)
                .update();
    }

    private void change(ChatSession session, String what, Object value) {
        Sql.on(entities, "update chat_session set " + what + " where id = :id")
                .set("id", session.id())
                .set("value", value)
                .update();
    }

    /** Written at most twice a minute, since every sign of life comes here. */
    void seen(ChatToken token, Instant at) {
        Sql.on(
                        entities,
                        """
                        update chat_session set seen_at = :at
                        where token_sha256 = :token and ended_at is null
                        and seen_at < cast(:at as timestamptz) - interval '30 seconds'
                        """)
                .set("token", token.digest())
                .set("at", at)
                .update();
    }

    /** Contacts of begun chats whose citizen was not heard of since. */
    List<ContactId> silentSince(Instant before, int limit) {
        return Sql.on(
                        entities,
                        """
                        select contact_id from chat_session
                        where ended_at is null and first_message_at is not null and seen_at < :before
                        order by seen_at limit :limit
                        """)
                .set("before", before)
                .set("limit", limit)
                .list(row -> row.contact("contact_id"));
    }

    boolean isSilentSince(ChatSession session, Instant before) {
        return Sql.on(entities, "select 1 from chat_session where id = :id and ended_at is null and seen_at < :before")
                .set("id", session.id())
                .set("before", before)
                .exists();
    }

    /** Chats that their citizen left lately. */
    List<ChatSession> leftWithin(Duration past, int limit) {
        return Sql.on(
                        entities,
                        ChatSession.COLUMNS
                                + """
                                where ended_at > now() - make_interval(secs => :seconds)
                                and ended_by in ('CITIZEN', 'SYSTEM') and first_message_at is not null
                                order by ended_at limit :limit
                                """)
                .set("seconds", (double) past.toSeconds())
                .set("limit", limit)
                .list(ChatSession::of);
    }

    /** The receipt of a message that came before under the same client id. */
    Optional<ChatReceipt> receipt(ChatSession session, String clientId) {
        return Sql.on(entities, "select seq, at from message where contact_id = :contact and client_id = :client")
                .set("contact", session.contact())
                .set("client", clientId)
                .first(row -> new ChatReceipt(ChatPolicy.citizensId(clientId), row.number("seq"), row.instant("at")));
    }
}
