package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The way back by telephone: the advisor speaks, so there is nothing to carry, and what the centre would write to a
 * citizen is refused before it comes here. What is wanted of the exchange is written down; the node that owns it does it
 * after the commit. A contact without a call here is one whom the advisor dials on a telephone of their own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PhoneGateway implements ChannelGateway {

    @Inject
    PhoneCalls calls;

    @Inject
    ContactBook contacts;

    @Inject
    Softphones softphones;

    @Inject
    RecordingRows recordings;

    @Inject
    LegRecording legRecording;

    @Inject
    ListenerLine listening;

    @Inject
    Clock clock;

    @Override
    public boolean serves(Channel channel) {
        return channel == Channel.PHONE;
    }

    @Override
    public boolean reaches(ContactId contact) {
        return true;
    }

    /** Words of a script (emergency, abuse) are on record as what the advisor says. */
    @Override
    public void deliver(ContactId contact, UUID message, List<String> cc) {}

    /** The advisor's telephone rings; or the citizen is back with the music. Whoever hears a farewell hears it to its end. */
    @Override
    public void attended(ContactId contact, String advisorName, boolean connected) {
        calls.locked(contact).filter(PhoneCall::canBeAttended).ifPresent(call -> {
            Instant now = clock.instant();
            if (connected && isHeardAlready(call)) {
                goOver(call, now);
                return;
            }
            calls.partAdvisor(call, now);
            if (call.phase() == CallPhase.TALKING) {
                calls.command(contact, Kind.WAIT, call.channel(), null, now);
            }
            if (connected) {
                ring(call, now);
            } else {
                calls.waits(contact, now);
            }
        });
    }

    private void ring(PhoneCall call, Instant now) {
        String advisor = advisor(call);
        calls.rings(call.contact(), advisor);
        AdvisorChannel phone = new AdvisorChannel(call.contact(), call.attempts() + 1);
        recordings.rings(phone);
        calls.command(call.contact(), Kind.CALL, phone.id(), softphones.telephoneOf(advisor), now);
    }

    private String advisor(PhoneCall call) {
        return contacts.find(call.contact())
                .map(ContactBook.Standing::advisor)
                .orElseThrow(() -> new ContactUnknown(call.contact().toString()));
    }

    private boolean isHeardAlready(PhoneCall call) {
        return call.phase() == CallPhase.TALKING
                && call.colleague() != null
                && call.colleague().up()
                && call.colleague().advisor().equals(advisor(call));
    }

    /** Who was asked in goes on with the citizen, without a second in which nobody is heard; who gave it is out. */
    private void goOver(PhoneCall call, Instant now) {
        AdvisorChannel next = call.colleagueChannel();
        calls.command(call.contact(), Kind.BRIDGE, next.bridge(), call.channel() + "," + next.id(), now);
        recordings.rings(next);
        calls.goesOver(call.contact());
        legRecording.begin(next, now);
        if (call.listener() != null && call.listener().up()) {
            listening.joins(call, call.listener().mode(), next, now);
        }
        calls.command(call.contact(), Kind.HANGUP, call.advisorChannel().id(), null, now);
        calls.command(call.contact(), Kind.UNBRIDGE, call.advisorChannel().bridge(), null, now);
    }

    /** Who hands over says so. */
    @Override
    public void passedOn(ContactId contact, String occasion) {}

    /** On the phone silence is heard. */
    @Override
    public void askIfThere(ContactId contact, Duration left, String occasion) {}

    @Override
    public void silenceEnds(ContactId contact) {}

    @Override
    public void overflowed(ContactId contact) {
        calls.locked(contact).filter(PhoneCall::canBeAttended).ifPresent(call -> {
            calls.becomes(contact, CallPhase.LEAVING);
            calls.command(contact, Kind.PLAY, call.channel(), Prompt.FULL.name(), clock.instant());
        });
    }

    /** Both receivers are put down; does nothing when one of them did it first, or the citizen is asked about the talk. */
    @Override
    public void ended(ContactId contact) {
        calls.locked(contact).filter(PhoneCall::endsWithContact).ifPresent(call -> {
            Instant now = clock.instant();
            calls.partAdvisor(call, now);
            calls.command(contact, Kind.HANGUP, call.channel(), null, now);
            calls.ended(contact, CallEnd.CENTRE, true, now);
        });
    }
}
