package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import mx.gob.edomex.catgem.shared.Vital;

/** The broker takes a new connection: one of a pool may be there while the broker is not. */
@ApplicationScoped
public class BrokerVital implements Vital {

    @Inject
    ConnectionFactory factory;

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public boolean works() {
        try (JMSContext context = factory.createContext()) {
            return context.getMetaData() != null;
        }
    }
}
