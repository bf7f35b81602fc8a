package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.phone.RecordedCalls;
import mx.gob.edomex.catgem.channel.phone.RecordedCalls.Recorded;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** Hearing calls again: for those who answer for quality, for a reason that goes on record each time. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class Playback {

    /** In the ledger; who attended does not find it in the folio. */
    static final String EVENT = "RECORDING_PLAYED";

    /** How long a reason once given lets its giver hear that recording. */
    static final Duration HEARD_WITHIN = Duration.ofHours(8);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    RecordedCalls recorded;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** What there is of each leg, or why there is nothing. */
    public List<Recorded> of(ContactId contact) {
        return recorded.of(contact);
    }

    /**
     * Puts on record that the caller hears it; then come its {@link #part}s, for eight hours.
     *
     * @throws PlaybackNeedsAReason when it is null
     * @throws RecordingUnknown when it cannot be heard
     */
    public Recorded play(ContactId contact, long recording, PlaybackReason reason) {
        if (reason == null) {
            throw new PlaybackNeedsAReason();
        }
        Recorded found = audible(contact, recording).orElseThrow(RecordingUnknown::new);
        ledger.fact(
                contact,
                EVENT,
                new Actor(staff.username(), role(), Source.SCREEN),
                clock.instant(),
                reason.name(),
                Map.of("leg", Integer.toString(found.leg()), "recording", Long.toString(recording)));
        return found;
    }

    /** What the caller has given a reason for; empty when they have not, not lately, or there is nothing to hear. */
    public Optional<Recorded> played(ContactId contact, long recording) {
        return audible(contact, recording).filter(found -> Sql.on(
                        entities,
                        """
                        select 1 from event where contact_id = :contact and code = :code and staff = :me
                          and refs ->> 'recording' = :recording and at > :since
                        """)
                .set("contact", contact)
                .set("code", EVENT)
                .set("me", staff.username())
                .set("recording", Long.toString(recording))
                .set("since", clock.instant().minus(HEARD_WITHIN))
                .exists());
    }

    /** A piece of the WAV file that was {@link #played}, numbered from 0; empty after the last. */
    public Optional<byte[]> part(ContactId contact, long recording, int number) {
        return played(contact, recording).flatMap(found -> recorded.part(contact, recording, number));
    }

    private Optional<Recorded> audible(ContactId contact, long recording) {
        return recorded.of(contact).stream()
                .filter(one -> one.id() == recording && one.bytes() != null)
                .findFirst();
    }

    private String role() {
        return staff.has(Roles.AUDITOR)
                ? Roles.AUDITOR
                : staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
    }
}
