package mx.gob.edomex.catgem.jms;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageListener;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.Intake;
import mx.gob.edomex.catgem.contact.StuckArrivals;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.FaultPoint;

/**
 * T1: the service opens the contact and commits; the token is sent and confirmed; only then does the message count as
 * taken. Bean-managed, because a duplicate token inside a transacted session would roll the commit back for ever.
 * Exceptions leave: the broker delivers again, with a growing delay. An arrival that fails {@value #ENOUGH} times is an
 * alert; its message is taken then, for the matcher's sweep goes on sending what is not open, and each try more would
 * leave one message more.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/fila.intake"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class IntakeConsumer implements MessageListener {

    /** Some thirty seconds, as the broker's pauses grow. */
    static final int ENOUGH = 6;

    private static final String TRIES = "JMSXDeliveryCount";

    @Inject
    Intake intake;

    @Inject
    StuckArrivals stuckArrivals;

    @Inject
    Tokens tokens;

    @Inject
    Sender sender;

    @Inject
    DeadLetters deadLetters;

    @Override
    public void onMessage(Message message) {
        ContactId contact;
        try {
            contact = ContactId.of(String.valueOf(message.getBody(String.class)));
        } catch (MessageFormatException | IllegalArgumentException e) {
            deadLetters.bury(Destinations.INTAKE, message);
            return;
        } catch (JMSException e) {
            throw new IllegalStateException("an arrival cannot be read", e);
        }
        opened(contact, message).ifPresent(this::queue);
    }

    private Optional<ContactQueued> opened(ContactId contact, Message message) {
        try {
            return intake.open(contact);
        } catch (RuntimeException e) {
            if (tries(message) < ENOUGH) {
                throw e;
            }
            // Fails as well while the database is away: then nothing is wrong with the arrival.
            stuckArrivals.tell(contact);
            return Optional.empty();
        }
    }

    private static int tries(Message message) {
        try {
            return message.getIntProperty(TRIES);
        } catch (JMSException e) {
            throw new IllegalStateException("an arrival cannot be read", e);
        }
    }

    private void queue(ContactQueued contact) {
        FaultPoint.INTAKE_COMMITTED.reached();
        if (contact.returned()) {
            sender.sendDurable(
                    Destinations.EVENTS, Hint.RETURNED.about(contact.contact().toString()), null);
        } else {
            tokens.put(contact.serviceClass(), new Token(contact.contact(), contact.epoch()));
            sender.hint(
                    Destinations.EVENTS,
                    Hint.ARRIVED.about(contact.serviceClass().key()));
        }
        FaultPoint.TOKEN_SENT.reached();
    }
}
