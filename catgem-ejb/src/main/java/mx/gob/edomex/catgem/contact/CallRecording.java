package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.phone.RecordingControl;
import mx.gob.edomex.catgem.channel.phone.RecordingNow;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;

/** Who attends a call leaves out of its recording what is sensitive; the ledger has both moments. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class CallRecording {

    @Inject
    Contacts contacts;

    @Inject
    RecordingControl recording;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Whether the talk is recorded at this moment; empty while there is none on the telephone.
     *
     * @throws NotYourContact when somebody else attends it
     */
    public Optional<RecordingNow> now(ContactId id) {
        contacts.read(id).requireWith(staff.username());
        return recording.now(id);
    }

    /**
     * Nothing is recorded from now on; changes nothing when that is so already.
     *
     * @throws NotYourContact when somebody else attends it
     */
    public void pause(ContactId id) {
        change(id, true, "RECORDING_PAUSED");
    }

    /** It is recorded again; as {@link #pause}. */
    public void resume(ContactId id) {
        change(id, false, "RECORDING_RESUMED");
    }

    private void change(ContactId id, boolean paused, String code) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        contact.requireInHand();
        recording
                .pause(id, paused)
                .ifPresent(attempt -> ledger.fact(
                        id,
                        code,
                        Actor.advisor(staff.username()),
                        clock.instant(),
                        null,
                        Map.of("attempt", Integer.toString(attempt))));
    }
}
