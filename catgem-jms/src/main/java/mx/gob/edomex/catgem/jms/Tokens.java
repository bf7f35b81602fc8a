package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;

/** Puts tokens into their class queues; ids only, never what a citizen said or is. */
@ApplicationScoped
public class Tokens {

    private final Sender sender;

    @Inject
    Tokens(Sender sender) {
        this.sender = sender;
    }

    protected Tokens() {
        this(null);
    }

    void put(ServiceClass serviceClass, Token token) {
        sender.sendDurable(Destinations.of(serviceClass), write(token), write(token));
    }

    static String write(Token token) {
        return token.contact() + ":" + token.epoch();
    }

    /** @throws IllegalArgumentException when the text is not a token */
    static Token read(String text) {
        int colon = text == null ? -1 : text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a token");
        }
        return new Token(ContactId.of(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }
}
