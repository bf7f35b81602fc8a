package mx.gob.edomex.catgem.jms;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import java.time.Duration;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/**
 * Looks at the dead letters, whoever put them there, this application or the broker: their number is a gauge, and each
 * time there are more an alert. It ends when somebody has emptied the queue.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DeadLetterWatch {

    static final String ALERT = "DEAD_LETTER";
    static final String GAUGE = "catgem_dead_letters";
    /** Counting goes message by message; above this it is many, whatever the number. */
    private static final int MOST = 1_000;

    @Inject
    Beat beat;

    @Inject
    ConnectionFactory factory;

    @Inject
    Alerts alerts;

    @Inject
    MeterRegistry registry;

    private final Rounds rounds = new Rounds(DeadLetterWatch.class, "the dead letters are not looked at");
    private final AtomicInteger depth = new AtomicInteger();

    @PostConstruct
    void begin() {
        registry.gauge(GAUGE, depth);
        beat.every(Duration.ofSeconds(15), this::look);
    }

    void look() {
        rounds.run(this::round);
    }

    private void round() {
        int now = count();
        if (now == 0) {
            alerts.end(ALERT, null);
        } else if (now > depth.get()) {
            alerts.raise(ALERT, Alerts.Severity.WARNING, null, null, null);
        }
        // Set last: what could not be told is told at the next look.
        depth.set(now);
    }

    private int count() {
        try (JMSContext context = factory.createContext();
                QueueBrowser browser = context.createBrowser(context.createQueue(Destinations.DEAD))) {
            Enumeration<?> messages = browser.getEnumeration();
            int found = 0;
            while (found < MOST && messages.hasMoreElements()) {
                messages.nextElement();
                found++;
            }
            return found;
        } catch (JMSException e) {
            throw new IllegalStateException("the dead letters cannot be counted", e);
        }
    }
}
