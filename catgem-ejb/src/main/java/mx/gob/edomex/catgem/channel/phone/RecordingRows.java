package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** The rows of recordings; every method joins the caller's transaction. */
@Dependent
public class RecordingRows {

    /** A leg that is over has its recording at the exchange by then. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final int HEADER = 44;
    private static final int BYTES_A_SECOND = 16_000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * A recording as it is on record.
     *
     * @param stored whether all of it is here
     * @param erased whether its citizen's key was destroyed
     * @param nextTry not to be fetched before; null for at once
     */
    record Row(
            long id,
            ContactId contact,
            SubjectId subject,
            int tries,
            Instant nextTry,
            boolean stored,
            boolean erased) {}

    /** Of what the exchange records: samples of 16 bits, 8,000 a second, behind a header. */
    static Duration length(long bytes) {
        return Duration.ofMillis(Math.max(0, bytes - HEADER) * 1000 / BYTES_A_SECOND);
    }

    /** An advisor's telephone is to ring; until it is picked up that is why the leg has no recording. */
    void rings(AdvisorChannel leg) {
        Sql.on(
                        entities,
                        """
                        insert into call_recording (contact_id, subject_id, leg, attempt, advisor, reason)
                        select c.contact_id, c.subject_id, k.leg, :attempt, k.advisor, 'NOT_CONNECTED'
                        from phone_call c join contact k on k.id = c.contact_id where c.contact_id = :contact
                        on conflict do nothing
                        """)
                .set("contact", leg.contact())
                .set("attempt", leg.attempt())
                .update();
    }

    /** @return why the call must not be recorded, or empty */
    Optional<RecordingReason> objection(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select case when coalesce(cast(m.state ->> 'refused' as boolean), false) then 'REFUSED'
                                    when a.notice_version is null then 'NO_NOTICE' end as reason
                        from arrival a left join phone_path m on m.contact_id = a.contact_id
                        where a.contact_id = :contact
                        """)
                .set("contact", contact)
                .list(row -> Optional.ofNullable(row.constant("reason", RecordingReason.class)))
                .stream()
                .findFirst()
                .orElse(Optional.of(RecordingReason.NO_NOTICE));
    }

    /** @return false when the leg is not known, and nothing is to be recorded */
    boolean begins(AdvisorChannel leg, Instant at) {
        return Sql.on(
                                entities,
                                """
                                update call_recording set reason = null, begun_at = :at
                                where contact_id = :contact and attempt = :attempt
                                """)
                        .set("contact", leg.contact())
                        .set("attempt", leg.attempt())
                        .set("at", at)
                        .update()
                > 0;
    }

    /** @return false when that is known already, or there is a recording after all */
    boolean missing(AdvisorChannel leg, RecordingReason reason) {
        return Sql.on(
                                entities,
                                """
                                update call_recording set reason = :reason
                                where contact_id = :contact and attempt = :attempt and stored_at is null
                                  and reason is distinct from :reason
                                """)
                        .set("contact", leg.contact())
                        .set("attempt", leg.attempt())
                        .set("reason", reason)
                        .update()
                > 0;
    }

    /** @return false when it was so already, or nothing is being recorded */
    boolean paused(AdvisorChannel leg, boolean paused) {
        return Sql.on(
                                entities,
                                """
                                update call_recording set paused = :paused where contact_id = :contact and attempt = :attempt
                                  and reason is null and stored_at is null and paused <> :paused
                                """)
                        .set("contact", leg.contact())
                        .set("attempt", leg.attempt())
                        .set("paused", paused)
                        .update()
                > 0;
    }

    /** Empty while nobody is talking. */
    Optional<RecordingNow> now(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select r.paused, r.reason from phone_call c
                        join call_recording r on r.contact_id = c.contact_id and r.attempt = c.attempt
                        where c.contact_id = :contact and c.phase = 'TALKING'
                        """)
                .set("contact", contact)
                .first(row -> new RecordingNow(row.flag("paused"), row.constant("reason", RecordingReason.class)));
    }

    Optional<Row> find(AdvisorChannel leg) {
        return Sql.on(
                        entities,
                        """
                        select r.id, r.contact_id, r.subject_id, r.tries, r.next_try_at, r.stored_at is not null as stored,
                               s.erased_at is not null as erased
                        from call_recording r join subject s on s.id = r.subject_id
                        where r.contact_id = :contact and r.attempt = :attempt
                        """)
                .set("contact", leg.contact())
                .set("attempt", leg.attempt())
                .first(row -> new Row(
                        row.big("id"),
                        row.contact("contact_id"),
                        row.subject("subject_id"),
                        row.number("tries"),
                        row.instant("next_try_at"),
                        row.flag("stored"),
                        row.flag("erased")));
    }

    /** Recordings that were begun and are not here, though their talk has been over for a while. */
    List<AdvisorChannel> overdue(Instant now) {
        return Sql.on(
                        entities,
                        """
                        select r.contact_id, r.attempt from call_recording r join phone_call c on c.contact_id = r.contact_id
                        where r.reason is null and r.stored_at is null and r.begun_at < :limit
                          and (c.phase <> 'TALKING' or c.attempt <> r.attempt)
                          and (c.ended_at is null or c.ended_at < :limit)
                        order by r.begun_at limit 50
                        """)
                .set("limit", now.minus(SETTLED))
                .list(row -> new AdvisorChannel(row.contact("contact_id"), row.number("attempt")));
    }

    /** What an earlier attempt left behind. */
    void dropParts(Row recording) {
        Sql.on(entities, "delete from call_recording_part where recording_id = :id")
                .set("id", recording.id())
                .update();
    }

    void addPart(Row recording, int number, byte[] sealed) {
        Sql.on(
                        entities,
                        """
                        insert into call_recording_part (recording_id, number, contact_id, content_sealed)
                        values (:id, :number, :contact, :sealed)
                        """)
                .set("id", recording.id())
                .set("number", number)
                .set("contact", recording.contact())
                .set("sealed", sealed)
                .update();
    }

    void stored(Row recording, long bytes, byte[] sha256, Instant at) {
        Sql.on(
                        entities,
                        """
                        update call_recording
                        set stored_at = :at, bytes = :bytes, content_sha256 = :sha256, reason = null, paused = false
                        where id = :id
                        """)
                .set("id", recording.id())
                .set("bytes", bytes)
                .set("sha256", sha256)
                .set("at", at)
                .update();
    }

    void tryAgain(Row recording, Instant next, RecordingReason reason) {
        Sql.on(
                        entities,
                        """
                        update call_recording set tries = tries + 1, next_try_at = :next,
                          reason = coalesce(cast(:reason as text), reason) where id = :id
                        """)
                .set("id", recording.id())
                .set("next", next)
                .set("reason", reason)
                .update();
    }
}
