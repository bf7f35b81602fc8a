package mx.gob.edomex.catgem.jms;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real broker with a journal on disk, set as the centre's own (30-single.cli): NIO, a buffer timeout of 0.25 ms, the
 * same address settings. For one test class.
 */
final class TestBroker implements BeforeAllCallback, AfterAllCallback {

    private static final int JOURNAL_BUFFER_NANOS = 250_000;
    private static final long ADDRESS_BYTES = 104_857_600;
    private static final int WINDOW_BYTES = 8192;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private Path data;
    private ActiveMQConnectionFactory factory;

    ActiveMQConnectionFactory factory() {
        return factory;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        open();
    }

    void open() throws Exception {
        data = Files.createTempDirectory("broker");
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .addAcceptorConfiguration("vm", "vm://7");
        configuration.addAddressSetting(
                "fila.#",
                new AddressSettings()
                        .setMaxDeliveryAttempts(-1)
                        .setMaxSizeBytes(ADDRESS_BYTES)
                        .setAutoCreateQueues(true)
                        .setAutoCreateAddresses(true)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        configuration.addQueueConfiguration(
                QueueConfiguration.of(Destinations.EVENTS).setRoutingType(RoutingType.ANYCAST));
        broker.setConfiguration(configuration);
        broker.start();
        factory = new ActiveMQConnectionFactory("vm://7");
        factory.setConsumerWindowSize(WINDOW_BYTES);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        close();
    }

    void close() throws Exception {
        factory.close();
        broker.stop();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
