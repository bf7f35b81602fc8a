package mx.gob.edomex.catgem.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;

/**
 * The centre's broker, not pooled and not XA. An outer one wants an account, which the server's configuration can give
 * to its pool but not to this factory; the one inside the node lets the node in by itself.
 */
@ApplicationScoped
public class Broker implements ConnectionFactory {

    private static final String USER = "CATGEM_BROKER_USER";
    private static final String PASSWORD = "CATGEM_BROKER_PASSWORD";

    @Resource(lookup = "java:/jms/CatgemCF")
    private ConnectionFactory factory;

    @Override
    public Connection createConnection() throws JMSException {
        return factory.createConnection(user(), password());
    }

    @Override
    public Connection createConnection(String user, String password) throws JMSException {
        return factory.createConnection(user, password);
    }

    @Override
    public JMSContext createContext() {
        return factory.createContext(user(), password());
    }

    @Override
    public JMSContext createContext(String user, String password) {
        return factory.createContext(user, password);
    }

    @Override
    public JMSContext createContext(String user, String password, int sessionMode) {
        return factory.createContext(user, password, sessionMode);
    }

    @Override
    public JMSContext createContext(int sessionMode) {
        return factory.createContext(user(), password(), sessionMode);
    }

    private static String user() {
        return System.getProperty(USER, System.getenv(USER));
    }

    private static String password() {
        return System.getProperty(PASSWORD, System.getenv(PASSWORD));
    }
}
