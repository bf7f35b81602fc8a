package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.shared.ContactId;

/** Listening to calls, on the telephone where who listens takes calls; who may do so is the caller's to know. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ListenerControl {

    @Inject
    PhoneCalls calls;

    @Inject
    ListenerLine line;

    @Inject
    Softphones softphones;

    @Inject
    Clock clock;

    public Optional<Listener> now(ContactId contact) {
        return calls.listener(contact);
    }

    /** Their telephone rings. @return false when nobody is talking on the exchange, or somebody listens already */
    public boolean begin(ContactId contact, String staff, ListenMode mode) {
        Optional<PhoneCall> talk = talk(contact).filter(call -> call.listener() == null);
        talk.ifPresent(call -> {
            calls.listenerRings(contact, staff, mode);
            AdvisorChannel phone = new AdvisorChannel(contact, call.attempts() + 1);
            calls.command(contact, Kind.CALL, phone.id(), softphones.telephoneOf(staff), clock.instant());
        });
        return talk.isPresent();
    }

    /** @return false when they do not listen, or not any more */
    public boolean change(ContactId contact, String staff, ListenMode mode) {
        Optional<PhoneCall> talk = talk(contact).filter(call -> isBy(call, staff));
        talk.ifPresent(call -> {
            if (call.listener().up()) {
                line.joins(call, mode, call.advisorChannel(), clock.instant());
            } else {
                calls.willListen(contact, mode);
            }
        });
        return talk.isPresent();
    }

    /** @return false when they did not listen */
    public boolean end(ContactId contact, String staff) {
        Instant now = clock.instant();
        Optional<PhoneCall> listened = calls.locked(contact).filter(call -> isBy(call, staff));
        listened.ifPresent(call -> calls.partListener(call, now));
        return listened.isPresent();
    }

    private Optional<PhoneCall> talk(ContactId contact) {
        return calls.locked(contact).filter(call -> call.phase() == CallPhase.TALKING);
    }

    private static boolean isBy(PhoneCall call, String staff) {
        return call.listener() != null && call.listener().username().equals(staff);
    }
}
