package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
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

/** Hearing calls again: for those who answer for quality, for a reason that goes on record each time. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class Playback {

    /** In the ledger; who attended does not find it in the folio. */
    static final String EVENT = "RECORDING_PLAYED";

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
     * Puts on record that the caller hears it; then come its {@link #part}s.
     *
     * @throws PlaybackNeedsAReason when it is null
     * @throws RecordingUnknown when it cannot be heard
     */
    public Recorded play(ContactId contact, long recording, PlaybackReason reason) {
        if (reason == null) {
            throw new PlaybackNeedsAReason();
        }
        Recorded found = recorded.of(contact).stream()
                .filter(one -> one.id() == recording && one.bytes() != null)
                .findFirst()
                .orElseThrow(RecordingUnknown::new);
        ledger.fact(
                contact,
                EVENT,
                new Actor(staff.username(), role(), Source.SCREEN),
                clock.instant(),
                reason.name(),
                Map.of("leg", Integer.toString(found.leg())));
        return found;
    }

    /** A piece of the WAV file, numbered from 0; empty after the last. */
    public Optional<byte[]> part(ContactId contact, long recording, int number) {
        return recorded.part(contact, recording, number);
    }

    private String role() {
        return staff.has(Roles.AUDITOR)
                ? Roles.AUDITOR
                : staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
    }
}
