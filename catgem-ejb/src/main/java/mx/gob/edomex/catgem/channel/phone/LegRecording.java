package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The recording of a leg from its first word on, within the caller's transaction. */
@Dependent
public class LegRecording {

    @Inject
    PhoneCalls calls;

    @Inject
    RecordingRows recordings;

    /** After they were let talk; or the leg says why it is not recorded. */
    void begin(AdvisorChannel leg, Instant now) {
        Optional<RecordingReason> objection = recordings.objection(leg.contact());
        if (objection.isPresent()) {
            recordings.missing(leg, objection.get());
        } else if (recordings.begins(leg, now)) {
            calls.command(leg.contact(), PhoneCommand.Kind.RECORD, leg.bridge(), leg.recording(), now);
        }
    }
}
