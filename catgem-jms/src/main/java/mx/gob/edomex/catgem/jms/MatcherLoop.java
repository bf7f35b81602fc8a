package mx.gob.edomex.catgem.jms;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Trouble;
import mx.gob.edomex.catgem.workforce.Staffing;

/**
 * Runs the one active matcher of the centre: whoever holds the lease matches, everyone else stands by. Whatever goes
 * wrong, the loop lets the queue go (its tokens are there again), waits a second and starts over.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MatcherLoop {

    private static final System.Logger LOG = System.getLogger(MatcherLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long GOODBYE_SECONDS = 3;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    ConnectionFactory factory;

    @Inject
    Leases leases;

    @Inject
    Dispatch dispatch;

    @Inject
    Staffing staffing;

    @Inject
    RuleBook ruleBook;

    @Inject
    Arrivals arrivals;

    @Inject
    Tokens tokens;

    @Inject
    Sender sender;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Clock clock;

    /** Says to who looks at the lease which node has it; differs by start, for what an earlier one held is not held any more. */
    private final String owner = System.getProperty("jboss.node.name", "alone") + " " + UUID.randomUUID();

    private final Trouble trouble = new Trouble(MatcherLoop.class, "the matcher starts over every second");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;
    private long announced;

    @PostConstruct
    void start() {
        executor.execute(this::run);
    }

    /** Waits a moment for the round that is under way, while what it needs is still there. */
    @PreDestroy
    void stop() {
        stopped = true;
        try {
            ended.await(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this node matches, or stands by to. */
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    void run() {
        try {
            match();
            leases.release(Dispatch.LEASE, owner);
        } finally {
            ended.countDown();
        }
    }

    private void match() {
        while (!stopped) {
            try {
                OptionalLong epoch = leases.acquire(Dispatch.LEASE, owner, Tenure.LEASE);
                if (epoch.isPresent()) {
                    own(epoch.getAsLong());
                } else {
                    Thread.sleep(PAUSE.toMillis());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | JMSException | Error e) { // an Error too: without a matcher everybody waits
                trouble.met(e);
                pause();
            }
        }
    }

    private void own(long epoch) throws JMSException {
        if (epoch != announced) {
            LOG.log(System.Logger.Level.INFO, "this node matches, epoch {0}", epoch);
            announced = epoch;
        }
        Tenure tenure = new Tenure(leases, owner, epoch, System::nanoTime);
        MatcherCentre centre = new MatcherCentre(dispatch, staffing, ruleBook, tenure, clock);
        try (MatcherTurn turn = new MatcherTurn(factory, sender, deadLetters, tokens, arrivals, centre, clock)) {
            turn.takeOver();
            while (!stopped) {
                turn.once();
                trouble.over();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
