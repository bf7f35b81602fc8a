package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Rounds;

/**
 * Every second, on the one node that holds the lease: what the ledger got goes into the log; every four what grew is
 * signed; every minute a heartbeat. A server without the key that signs does not start.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogKeeper {

    static final String ALERT = "LOG_ALTERED";
    static final String NODE = System.getProperty("jboss.node.name", "alone");

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final long RENEWED_EVERY = Duration.ofSeconds(3).toNanos();
    /** Rounds come each second: what is older than this at one of them is signed, and nothing waits longer than four. */
    static final long SIGNED_EVERY = Duration.ofSeconds(3).toNanos();

    private static final long BEAT_EVERY = Duration.ofMinutes(1).toNanos();

    @Inject
    Beat beat;

    @Inject
    Sequencer sequencer;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Heartbeats heartbeats;

    @Inject
    LogKeys keys;

    @Inject
    Leases leases;

    @Inject
    Alerts alerts;

    private final String owner = NODE + " " + UUID.randomUUID();
    private final Rounds rounds = new Rounds(LogKeeper.class, "events wait to be sealed");
    private final NodeMemory memory = NodeMemory.ofThisNode();
    private OptionalLong epoch = OptionalLong.empty();
    private long renewed = System.nanoTime() - RENEWED_EVERY;
    private long signed = System.nanoTime() - SIGNED_EVERY;
    private long beaten = System.nanoTime() - BEAT_EVERY;
    private volatile boolean here;

    @PostConstruct
    void start() {
        keys.signer();
        beat.every(Duration.ofSeconds(1), this::follow);
    }

    @PreDestroy
    void stop() {
        beat.stop(); // or the next round would take the lease again
        rounds.run(() -> leases.release(Sequencer.LEASE, owner));
    }

    /** Whether this node keeps the log; the others may be witnesses of it. */
    public boolean isHere() {
        return here;
    }

    void follow() {
        rounds.run(this::round);
    }

    private void round() {
        boolean full;
        do {
            if (!isHeld()) {
                return;
            }
            full = sequencer.append(epoch.getAsLong()) == Sequencer.BATCH;
        } while (full);
        if (isDue(signed, SIGNED_EVERY)) {
            sign();
            signed = System.nanoTime();
        }
        if (isDue(beaten, BEAT_EVERY)) {
            heartbeats.beat(NODE, Instant.ofEpochMilli(System.currentTimeMillis()));
            beaten = System.nanoTime();
        }
    }

    /** A log that is damaged goes on: what is not signed is not lost, and what is signed stays. */
    private void sign() {
        try {
            checkpoints.sign(epoch.getAsLong()).ifPresent(memory::keep);
        } catch (LogDamaged e) {
            alerts.raise(ALERT, Alerts.Severity.CRITICAL, null, null, e.place());
            throw e;
        }
    }

    private boolean isHeld() {
        if (isDue(renewed, RENEWED_EVERY)) {
            epoch = OptionalLong.empty();
            here = false;
            epoch = leases.acquire(Sequencer.LEASE, owner, LEASE);
            renewed = System.nanoTime();
        }
        here = epoch.isPresent();
        return here;
    }

    private static boolean isDue(long last, long every) {
        return System.nanoTime() - last >= every;
    }
}
