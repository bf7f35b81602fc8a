package mx.gob.edomex.catgem.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import mx.gob.edomex.catgem.shared.Vital;

/** The broker lets a session be opened. */
@ApplicationScoped
public class BrokerVital implements Vital {

    @Resource(lookup = "java:/jms/CatgemXA")
    private ConnectionFactory factory;

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
