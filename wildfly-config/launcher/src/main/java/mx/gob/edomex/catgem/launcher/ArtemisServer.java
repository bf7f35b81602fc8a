package mx.gob.edomex.catgem.launcher;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** What {@link ExternalBroker} runs in a process of its own: an Artemis with the configuration file it is given. */
public final class ArtemisServer {

    private ArtemisServer() {}

    /** @param arguments the address of a {@code broker.xml}; the one account comes by the environment */
    public static void main(String[] arguments) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(arguments[0]);
        String user = System.getenv(ExternalBroker.USER_VARIABLE);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(
                InVMLoginModule.class.getName(),
                new SecurityConfiguration(
                        Map.of(user, System.getenv(ExternalBroker.PASSWORD_VARIABLE)),
                        Map.of(user, List.of("catgem")))));
        broker.start();
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, told), "broker-stop"));
        told.await();
    }

    private static void stop(EmbeddedActiveMQ broker, CountDownLatch told) {
        try {
            broker.stop();
        } catch (Exception e) {
            // Its journal is as after a power cut, which the next start reads as well.
            System.err.println("the broker did not stop cleanly: " + e);
        }
        told.countDown();
    }
}
