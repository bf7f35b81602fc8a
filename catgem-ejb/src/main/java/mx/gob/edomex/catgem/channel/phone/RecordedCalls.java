package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** The recordings that are here; who may hear them is the caller's to know. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RecordedCalls {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    /** Bytes of each {@link #part} but the last. */
    public static final int PART = RecordingCollector.PART;

    /**
     * What there is of a leg.
     *
     * @param reason why there is no recording; null when there is one, or will be
     * @param begunAt of the recording, or null
     * @param bytes of it, as WAV; null while it is not here
     * @param sha256 of it, in hexadecimal; null while it is not here
     */
    public record Recorded(
            long id,
            int leg,
            String advisor,
            String advisorName,
            RecordingReason reason,
            Instant begunAt,
            Long bytes,
            String sha256) {

        /** How long it is heard; null while it is not here. */
        public Duration length() {
            return bytes == null ? null : RecordingRows.length(bytes);
        }
    }

    /** Of a contact, in the order of its legs; of an erased citizen none can be heard. */
    public List<Recorded> of(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select r.id, r.leg, r.advisor, u.display_name, r.begun_at,
                               case when s.erased_at is null then r.bytes end as bytes,
                               case when s.erased_at is null then encode(r.content_sha256, 'hex') end as sha256,
                               case when s.erased_at is null then r.reason else coalesce(r.reason, 'ERASED') end as reason
                        from call_recording r
                        join subject s on s.id = r.subject_id
                        join app_user u on u.username = r.advisor
                        where r.contact_id = :contact order by r.leg, r.id
                        """)
                .set("contact", contact)
                .list(row -> new Recorded(
                        row.big("id"),
                        row.number("leg"),
                        row.text("advisor"),
                        row.text("display_name"),
                        row.constant("reason", RecordingReason.class),
                        row.instant("begun_at"),
                        row.bigOrNull("bytes"),
                        row.text("sha256")));
    }

    /**
     * A piece of the file, numbered from 0; empty after the last.
     *
     * @throws mx.gob.edomex.catgem.security.SubjectErased when its citizen's data were erased
     */
    public Optional<byte[]> part(ContactId contact, long recording, int number) {
        return Sql.on(
                        entities,
                        """
                        select r.subject_id, p.content_sealed from call_recording r
                        join call_recording_part p on p.recording_id = r.id
                        where r.id = :id and r.contact_id = :contact and r.stored_at is not null and p.number = :number
                        """)
                .set("id", recording)
                .set("contact", contact)
                .set("number", number)
                .first(row -> personalData.open(row.subject("subject_id"), row.bytes("content_sealed")));
    }
}
