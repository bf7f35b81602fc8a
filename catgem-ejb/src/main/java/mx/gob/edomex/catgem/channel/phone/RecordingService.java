package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Leases;

/**
 * Takes recordings over from the exchange, sealed, a piece in each transaction; each first asks whether this node still
 * owns the exchange, so that no two write the same.
 */
@Stateless
@PermitAll
public class RecordingService {

    /** Of a leg without the recording it should have; one a contact. */
    static final String MISSING = "RECORDING_MISSING";

    /** How often it may fail before somebody is told. */
    static final int TRIES = 5;

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(10);

    @Inject
    RecordingRows rows;

    @Inject
    Leases leases;

    @Inject
    PersonalData personalData;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    /** Empty when nothing is known of it. */
    public Optional<RecordingRows.Row> find(AdvisorChannel leg, long epoch) {
        requireOurs(epoch);
        return rows.find(leg);
    }

    public void begin(RecordingRows.Row recording, long epoch) {
        requireOurs(epoch);
        rows.dropParts(recording);
    }

    /**
     * The next piece, in order from 0.
     *
     * @throws mx.gob.edomex.catgem.security.SubjectErased when the citizen's data were erased meanwhile
     */
    public void part(RecordingRows.Row recording, int number, byte[] plain, long epoch) {
        requireOurs(epoch);
        rows.addPart(recording, number, personalData.seal(recording.subject(), plain));
    }

    /** All of it is here. */
    public void complete(RecordingRows.Row recording, long bytes, byte[] sha256, long epoch) {
        requireOurs(epoch);
        rows.stored(recording, bytes, sha256, clock.instant());
        if (recording.tries() >= TRIES) { // else the alert is of another leg
            alerts.endOf(MISSING, recording.contact());
        }
    }

    /** It was not fetched this time; after a few times the leg says so and somebody is told. */
    public void failed(RecordingRows.Row recording, long epoch) {
        requireOurs(epoch);
        boolean often = recording.tries() + 1 >= TRIES;
        rows.tryAgain(
                recording, clock.instant().plus(often ? LATER : SOON), often ? RecordingReason.NOT_FETCHED : null);
        if (often) {
            tell(recording.contact());
        }
    }

    /** Nobody may have it any more. */
    public void erased(AdvisorChannel leg, long epoch) {
        requireOurs(epoch);
        rows.find(leg).ifPresent(rows::dropParts);
        rows.missing(leg, RecordingReason.ERASED);
    }

    /** Recordings that should be at the exchange by now. */
    public List<AdvisorChannel> overdue(long epoch) {
        requireOurs(epoch);
        return rows.overdue(clock.instant());
    }

    /** It is not at the exchange, and will not come. */
    public void lost(AdvisorChannel leg, long epoch) {
        requireOurs(epoch);
        if (rows.missing(leg, RecordingReason.LOST_AT_EXCHANGE)) {
            tell(leg.contact());
        }
    }

    private void tell(ContactId contact) {
        alerts.raise(MISSING, Alerts.Severity.WARNING, contact, null, null);
    }

    private void requireOurs(long epoch) {
        if (!leases.isHeld(PhoneService.LEASE, epoch)) {
            throw new ExchangeNotOurs(epoch);
        }
    }
}
