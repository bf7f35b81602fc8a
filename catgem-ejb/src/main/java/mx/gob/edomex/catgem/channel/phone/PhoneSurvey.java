package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.SurveySender;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;

/** Asks while the citizen has the receiver in hand; whoever has hung up is not phoned for it. */
@ApplicationScoped
public class PhoneSurvey implements SurveySender {

    @Inject
    PhoneCalls calls;

    @Inject
    PhoneMenu menu;

    @Override
    public boolean serves(Channel channel) {
        return channel == Channel.PHONE;
    }

    @Override
    public boolean offer(ContactId contact, Language language, URI link, Instant until) {
        return calls.locked(contact)
                .filter(call -> call.phase() == CallPhase.TALKING || call.phase() == CallPhase.PARTED)
                .filter(menu::asks)
                .isPresent();
    }
}
