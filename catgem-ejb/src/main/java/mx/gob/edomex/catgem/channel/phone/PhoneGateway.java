package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The way back by telephone: the advisor speaks, so there is nothing to carry. What the centre would write to a citizen
 * is refused before it comes here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PhoneGateway implements ChannelGateway {

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

    /** Who picks up hears who is there. */
    @Override
    public void attended(ContactId contact, String advisorName, boolean connected) {}

    /** Who hands over says so. */
    @Override
    public void passedOn(ContactId contact, String occasion) {}

    /** On the phone silence is heard. */
    @Override
    public void askIfThere(ContactId contact, Duration left, String occasion) {}

    @Override
    public void silenceEnds(ContactId contact) {}

    /** Nobody waits on the phone yet. */
    @Override
    public void overflowed(ContactId contact) {}

    /** The advisor hangs up. */
    @Override
    public void ended(ContactId contact) {}
}
