package mx.gob.edomex.catgem.jms;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import mx.gob.edomex.catgem.shared.DeskSignal;

/** Brings signals from the topic to this node's screens. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/catgem.events"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class SignalConsumer implements MessageListener {

    @Inject
    Event<DeskSignal> signals;

    @Override
    public void onMessage(Message message) {
        try {
            signals.fire(SignalText.read(message.getBody(String.class)));
        } catch (JMSException e) {
            throw new IllegalStateException("a signal cannot be read", e);
        }
    }
}
