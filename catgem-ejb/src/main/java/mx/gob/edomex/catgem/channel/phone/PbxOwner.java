package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import mx.gob.edomex.catgem.channel.phone.flow.PromptSounds;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.shared.Trouble;

/**
 * Owns the exchange on one node of the centre, by a lease with an epoch: a second listener would take the first one's
 * events away. Without an exchange in the settings it does nothing at all.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PbxOwner {

    private static final System.Logger LOG = System.getLogger(PbxOwner.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration COLLECT = Duration.ofSeconds(2);
    private static final Duration BRING = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LANES = 4;

    PbxSettings settings = PbxSettings.fromEnvironment();

    @Inject
    Beat beat;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ThreadFactory threads;

    @Inject
    RequestContextController requests;

    @Inject
    PhoneService service;

    @Inject
    RecordingService recordings;

    @Inject
    PromptSounds sounds;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    private final String owner = UUID.randomUUID().toString();
    private final Trouble away = new Trouble(AriExchange.class, "the exchange is not reached");
    private volatile OptionalLong epoch = OptionalLong.empty();
    private volatile Instant missingSince;
    private volatile Switchboard board;
    private RecordingCollector collector;
    private Lanes lanes;
    private Rounds owning;
    private Rounds keeping;

    @PostConstruct
    void start() {
        if (!settings.isOn()) {
            LOG.log(System.Logger.Level.INFO, "no exchange is configured: advisors dial on telephones of their own");
            return;
        }
        owning = new Rounds(PbxOwner.class, "who owns the exchange is not known");
        keeping = new Rounds(Switchboard.class, "calls on the exchange are not attended to");
        lanes = new Lanes(LANES, work -> threads.newThread(() -> inARequest(work)));
        AriExchange exchange = new AriExchange(settings);
        board = new Switchboard(exchange, service, lanes, clock);
        Rounds collecting = new Rounds(RecordingCollector.class, "recordings of calls stay at the exchange");
        collector = new RecordingCollector(exchange, recordings, collecting, clock);
        beat.every(RENEWAL, this::own);
        beat.every(PAUSE, this::keep);
        beat.every(COLLECT, this::collect);
        if (settings.takesSounds()) {
            Rounds bringing = new Rounds(SoundKeeper.class, "recordings of the menu are not at the exchange");
            SoundKeeper keeper = new SoundKeeper(settings.sounds(), sounds, bringing);
            beat.every(BRING, () -> bring(keeper));
        }
    }

    private void inARequest(Runnable work) {
        boolean mine = requests.activate();
        try {
            work.run();
        } finally {
            if (mine) {
                requests.deactivate();
            }
        }
    }

    @PreDestroy
    void stop() {
        beat.stop();
        if (board != null) {
            board.leave();
            lanes.close();
            owning.run(
                    () -> leases.release(PhoneService.LEASE, owner)); // the services may be gone already: it runs out
        }
    }

    void own() {
        owning.run(() -> epoch = leases.acquire(PhoneService.LEASE, owner, LEASE));
    }

    /** While the exchange is away nothing is known of what it keeps. */
    private void collect() {
        OptionalLong now = epoch;
        if (now.isPresent() && board.isConnected()) {
            collector.round(now.getAsLong());
        }
    }

    private void bring(SoundKeeper keeper) {
        if (epoch.isPresent()) {
            keeper.round();
        }
    }

    void keep() {
        keeping.run(this::turn);
    }

    private void turn() {
        if (epoch.isEmpty()) {
            board.leave();
            missingSince = null;
            return;
        }
        try {
            board.keep(epoch.getAsLong());
            away.over();
            missingSince = null;
        } catch (ExchangeNotOurs e) {
            board.leave();
            epoch = OptionalLong.empty(); // until the lease says that it is ours after all
        } catch (IOException e) {
            away.met(e);
            missing();
        }
    }

    private void missing() {
        Instant now = clock.instant();
        if (missingSince == null) {
            missingSince = now;
        } else if (missingSince.plus(PATIENCE).isBefore(now)) {
            service.unheard();
        }
    }

    /** A desk did something with a contact: if it is a call of ours, the exchange may have to do something at once. */
    public void onSignal(@Observes DeskSignal signal) {
        Switchboard now = board;
        if (now != null && signal.kind() == DeskSignal.Kind.CONTACT && signal.contactId() != null) {
            now.ring(ContactId.of(signal.contactId()));
        }
    }

    /** Also true where there is no exchange, and on nodes that leave it to another. */
    public boolean isWell() {
        return missingSince == null;
    }
}
