package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * How who listens to a call is joined to it, within the caller's transaction: in a bridge of their own with an ear at the
 * advisor's line, or in the bridge of the talk. An ear of {@link ListenMode#HEAR} cannot be spoken through, so that nobody
 * is heard by mistake; it is never turned into one that can.
 */
@Dependent
public class ListenerLine {

    @Inject
    PhoneCalls calls;

    /** In this way from now on; they are out of the talk before anything else changes. */
    void joins(PhoneCall call, ListenMode mode, AdvisorChannel advisor, Instant now) {
        ContactId contact = call.contact();
        AdvisorChannel phone = call.listenerChannel();
        calls.deafen(call, now);
        if (mode == ListenMode.SPEAK) {
            calls.command(contact, Kind.JOIN, advisor.bridge(), phone.id(), now);
            calls.listens(contact, mode, null);
        } else {
            Ear ear = new Ear(contact, call.attempts() + 1);
            calls.command(contact, Kind.BRIDGE, phone.bridge(), phone.id(), now);
            calls.command(contact, Kind.LISTEN, advisor.id(), ear.id() + " " + mode, now);
            calls.listens(contact, mode, ear.number());
        }
    }

    /** The ear is there; one that was wanted before is not any more. */
    void hears(PhoneCall call, Ear ear, Instant now) {
        Listener listener = call.listener();
        if (listener != null && listener.ear() != null && listener.ear() == ear.number()) {
            calls.command(call.contact(), Kind.JOIN, call.listenerChannel().bridge(), ear.id(), now);
        } else {
            calls.command(call.contact(), Kind.HANGUP, ear.id(), null, now);
        }
    }
}
