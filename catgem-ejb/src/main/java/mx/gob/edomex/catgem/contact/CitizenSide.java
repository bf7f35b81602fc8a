package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.Sql;

/** What the centre says to the citizen of a contact, on whatever channel the contact came by. */
@ApplicationScoped
public class CitizenSide {

    private static final String GREETING = "greeting-";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    @Any
    Instance<ChannelGateway> gateways;

    @Inject
    Conversations conversations;

    @Inject
    StepRecorder steps;

    /** Tells who attends; where people converse, the protocol's greeting goes out at once, so nobody can forget it. */
    void greet(Contact contact, String username, Instant now) {
        String name = displayName(username);
        gateway(contact).ifPresent(gateway -> gateway.attended(contact.id(), name, true));
        boolean first = contact.leg() == 1;
        if (first && (contact.channel() == Channel.CHAT || contact.channel() == Channel.SOCIAL)) {
            say(contact, username, GREETING + contact.leg(), template(contact, "saludo", name), List.of(), now)
                    .ifPresent(message -> greeted(contact, username, message, now));
        }
    }

    private void greeted(Contact contact, String username, UUID message, Instant now) {
        steps.record(
                contact.id(),
                Act.GREETING,
                StepKind.END,
                Basis.MEASURED,
                Actor.advisor(username),
                now,
                null,
                null,
                Map.of("message", message.toString()));
    }

    void left(Contact contact) {
        gateway(contact).ifPresent(gateway -> gateway.attended(contact.id(), null, false));
    }

    /** The contact goes from one advisor to another by their own doing: the citizen is told that nothing is lost. */
    void passedOn(Contact contact) {
        gateway(contact).ifPresent(gateway -> gateway.passedOn(contact.id(), Integer.toString(contact.epoch())));
    }

    void askIfThere(Contact contact, Duration left, String occasion) {
        gateway(contact).ifPresent(gateway -> gateway.askIfThere(contact.id(), left, occasion));
    }

    void silenceEnds(Contact contact) {
        gateway(contact).ifPresent(gateway -> gateway.silenceEnds(contact.id()));
    }

    void overflowed(Contact contact) {
        gateway(contact).ifPresent(gateway -> gateway.overflowed(contact.id()));
    }

    void ended(Contact contact) {
        gateway(contact).ifPresent(gateway -> gateway.ended(contact.id()));
    }

    /** @return the message's id, or empty when the client id was used before */
    Optional<UUID> say(Contact contact, String username, String clientId, String text, List<String> cc, Instant now) {
        NewMessage message = NewMessage.ofText(contact.id(), Author.ADVISOR, username, clientId, text, now);
        if (conversations.append(message).isEmpty()) {
            return Optional.empty();
        }
        // The greeting of a contact answered by mail is not a mail of its own: it opens the first answer.
        gateway(contact)
                .filter(gateway -> gateway.serves(contact.channel()) || !clientId.startsWith(GREETING))
                .ifPresent(gateway -> gateway.deliver(contact.id(), message.id(), cc));
        return Optional.of(message.id());
    }

    /** The centre's own words, said by that advisor. */
    void sayTemplate(Contact contact, String username, String code, String clientId, Instant now) {
        say(contact, username, clientId, template(contact, code, displayName(username)), List.of(), now);
    }

    /** The centre's own words in the contact's language. */
    String template(Contact contact, String code, String advisorName) {
        return Sql.on(entities, "select text from template where code = :code and language = :language")
                .set("code", code)
                .set("language", contact.language())
                .first(row -> row.text("text").replace("{advisor}", advisorName))
                .orElseThrow();
    }

    String displayName(String username) {
        return Sql.on(entities, "select display_name from app_user where username = :username")
                .set("username", username)
                .first(row -> row.text("display_name"))
                .orElse(username);
    }

    /** The contact's own channel, or mail when the citizen is not there to be reached. */
    private Optional<ChannelGateway> gateway(Contact contact) {
        return gateway(contact.channel())
                .filter(gateway -> gateway.reaches(contact.id()))
                .or(() -> gateway(Channel.EMAIL));
    }

    private Optional<ChannelGateway> gateway(Channel channel) {
        return gateways.stream().filter(gateway -> gateway.serves(channel)).findFirst();
    }
}
