package mx.gob.edomex.catgem.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.channel.ArrivalRecorded;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactReturned;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.contact.Intake;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.StuckArrivals;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.AdvisorAvailable;
import mx.gob.edomex.catgem.workforce.Staffing;

/**
 * The universal queue as a whole, without a server: the matcher's loop, the consumers of arrivals, what is sent after a
 * commit, a real broker and a real database. Each call of a service is one transaction, and what it fired is told when it
 * has committed, as the container does.
 */
@SuppressWarnings("UnnecessaryAssignment") // injects as the container would
public final class MatchingFixture implements AutoCloseable {

    /** As many as the pool of the message-driven bean. */
    private static final int INTAKE_SESSIONS = 4;

    private final TestPersistence persistence;
    private final TestBroker broker = new TestBroker();
    // Belongs to one fixture; a static one would mix two of them.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<List<Object>> fired = ThreadLocal.withInitial(ArrayList::new);

    private final CommitObserver observer = new CommitObserver();
    private final Sender sender;
    private final Tokens tokens;
    private final Connection connection;
    private final CentreFixture centre;
    private MatcherLoop loop;
    private Thread matcher;

    public MatchingFixture(TestPersistence persistence) throws Exception {
        this.persistence = persistence;
        centre = new CentreFixture(
                persistence, Clock.systemUTC(), event -> fired.get().add(event));
        broker.open();
        sender = new Sender(broker.factory());
        tokens = new Tokens(sender);
        observer.sender = sender;
        connection = broker.factory().createConnection();
        connection.start();
    }

    public CentreFixture centre() {
        return centre;
    }

    public ConnectionFactory broker() {
        return broker.factory();
    }

    /** One transaction; what it fired is told after its commit. */
    public <T> T does(Callable<T> work) {
        return does(work, () -> {});
    }

    /** As {@link #does(Callable)}, for work without a result. */
    public void run(Runnable work, Runnable committed) {
        does(
                () -> {
                    work.run();
                    return null;
                },
                committed);
    }

    private <T> T does(Callable<T> work, Runnable committed) {
        List<Object> events = fired.get();
        events.clear();
        T result = persistence.inTransaction(work);
        committed.run();
        events.forEach(this::tell);
        return result;
    }

    private void tell(Object event) {
        if (event instanceof SignalRaised raised) {
            observer.signal(raised);
        } else if (event instanceof ArrivalRecorded arrival) {
            observer.arrival(arrival);
        } else if (event instanceof ContactReturned returned) {
            observer.returned(returned);
        } else if (event instanceof AdvisorAvailable advisor) {
            observer.available(advisor);
        }
    }

    /** Every signal that reaches the screens from now on. */
    public void onSignal(Consumer<DeskSignal> screen) throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createConsumer(session.createTopic(Destinations.SIGNALS)).setMessageListener(message -> {
            try {
                screen.accept(SignalText.read(message.getBody(String.class)));
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Tokens for contacts that are in the database already, many in one commit. */
    public void putTokens(ServiceClass serviceClass, List<Token> waiting) throws JMSException {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            MessageProducer producer = session.createProducer(session.createQueue(Destinations.of(serviceClass)));
            for (Token token : waiting) {
                producer.send(session.createTextMessage(Tokens.write(token)));
            }
            session.commit();
        }
    }

    /** As if an advisor had become available. */
    public void wakeMatcher() {
        sender.hint(Destinations.EVENTS, Hint.READY.about("bench"));
    }

    /** The consumers of arrivals, until the fixture is closed. */
    public void takeArrivals() throws JMSException {
        for (int i = 0; i < INTAKE_SESSIONS; i++) {
            IntakeConsumer consumer = new IntakeConsumer();
            consumer.intake = service(Intake.class, centre.intake);
            consumer.stuckArrivals = service(StuckArrivals.class, centre.stuckArrivals);
            consumer.tokens = tokens;
            consumer.sender = sender;
            consumer.deadLetters = deadLetters();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createConsumer(session.createQueue(Destinations.INTAKE)).setMessageListener(consumer);
        }
    }

    /** The matcher of this node, until {@link #stopMatching}. */
    public void match() {
        loop = new MatcherLoop();
        loop.factory = broker.factory();
        loop.leases = service(Leases.class, centre.leases);
        loop.dispatch = service(Dispatch.class, centre.dispatch);
        loop.staffing = service(Staffing.class, centre.staffing);
        loop.ruleBook = service(RuleBook.class, persistence.wire(new RuleBook()));
        loop.arrivals = service(Arrivals.class, centre.arrivals);
        loop.tokens = tokens;
        loop.sender = sender;
        loop.deadLetters = deadLetters();
        loop.clock = Clock.systemUTC();
        matcher = new Thread(loop::run, "matcher");
        matcher.start();
    }

    public void stopMatching() throws InterruptedException {
        if (loop != null) {
            loop.stop();
            matcher.join(Duration.ofMinutes(1).toMillis());
            loop = null;
        }
    }

    private DeadLetters deadLetters() {
        DeadLetters letters = new DeadLetters();
        letters.sender = sender;
        return letters;
    }

    private <T> T service(Class<T> type, T bean) {
        return ContainerStandIn.around(
                type, bean, (work, inTransaction) -> inTransaction ? does(work) : persistence.outsideTransaction(work));
    }

    @Override
    public void close() {
        try {
            stopMatching();
            connection.close();
            sender.closeConnection();
            broker.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
