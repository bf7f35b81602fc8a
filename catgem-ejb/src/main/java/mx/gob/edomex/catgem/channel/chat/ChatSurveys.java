package mx.gob.edomex.catgem.channel.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.SurveySender;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;

/** In a chat the page that showed the conversation asks for the survey; a contact of the API has no such page. */
@ApplicationScoped
public class ChatSurveys implements SurveySender {

    @Inject
    ChatSessions sessions;

    @Override
    public boolean serves(Channel channel) {
        return channel == Channel.CHAT;
    }

    @Override
    public boolean offer(ContactId contact, Language language, URI link, Instant until) {
        return sessions.of(contact).isPresent();
    }
}
