package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.shared.ContactId;

/** What is being said now is left out of the recording, or is in it again; who may have it so is the caller's to know. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RecordingControl {

    @Inject
    PhoneCalls calls;

    @Inject
    RecordingRows recordings;

    @Inject
    Clock clock;

    /** Empty while nobody is talking. */
    public Optional<RecordingNow> now(ContactId contact) {
        return recordings.now(contact);
    }

    /** @return which call to an advisor it is; empty when it was so already, or nothing is being recorded */
    public OptionalInt pause(ContactId contact, boolean paused) {
        return calls.locked(contact)
                .filter(call -> call.phase() == CallPhase.TALKING)
                .map(PhoneCall::advisorChannel)
                .filter(leg -> recordings.paused(leg, paused))
                .map(leg -> {
                    Kind kind = paused ? Kind.PAUSE : Kind.RESUME;
                    calls.command(contact, kind, leg.recording(), null, clock.instant());
                    return OptionalInt.of(leg.attempt());
                })
                .orElseGet(OptionalInt::empty);
    }
}
