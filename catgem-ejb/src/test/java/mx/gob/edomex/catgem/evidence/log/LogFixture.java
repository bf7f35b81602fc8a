package mx.gob.edomex.catgem.evidence.log;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.ProcedureCatalogue;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The log on a real database, as one node has it. */
public final class LogFixture {

    /** Nanoseconds, as the keeper of the log has it. */
    public static final long SIGNED_EVERY = LogKeeper.SIGNED_EVERY;

    public final TestPersistence persistence;
    final StepRecorder recorder;
    final EventLedger ledger;
    final Leases leases;
    public final LogKeys keys;
    final Sequencer sequencer;
    final Checkpoints checkpoints;
    final LogReading reading;
    final Witnessing witnessing;
    final Heartbeats heartbeats;
    public final Bundles bundles;
    public final LogStanding standing;
    final NodeMemory memory;
    final Path folder;
    private final Alerts alerts;
    private final Clock clock;
    long epoch;

    public LogFixture(TestPersistence persistence, Path folder, Clock clock) {
        this.persistence = persistence;
        this.folder = folder;
        this.clock = clock;
        recorder = persistence.wire(new StepRecorder(), clock);
        ledger = persistence.wire(new EventLedger(), clock);
        leases = persistence.wire(new Leases());
        Installation installation = persistence.wire(new Installation());
        ProcedureCatalogue catalogue = persistence.wire(new ProcedureCatalogue());
        ProcedureVersions versions = persistence.wire(new ProcedureVersions(), catalogue);
        keys = persistence.wire(new LogKeys(), installation, ledger, clock);
        key(1);
        memory = new NodeMemory(folder);
        sequencer = persistence.wire(new Sequencer(), leases, versions);
        checkpoints = persistence.wire(new Checkpoints(), leases, keys, clock);
        checkpoints.memory = memory;
        reading = persistence.wire(new LogReading(), persistence.wire(new LogRows()), keys, clock);
        witnessing = persistence.wire(new Witnessing(), checkpoints, keys, clock);
        alerts = persistence.wire(new Alerts(), new QuietSignals());
        heartbeats =
                persistence.wire(new Heartbeats(), ledger, alerts, clock, new OutsideClock(null, System::nanoTime));
        bundles = persistence.wire(new Bundles(), checkpoints, keys, clock);
        standing = persistence.wire(new LogStanding(), checkpoints, keys, heartbeats, clock);
        epoch = persistence.inTransaction(() -> leases.acquire(Sequencer.LEASE, "this node", Duration.ofHours(1))
                .orElseThrow());
    }

    /** Screens are not there to be told. */
    private static final class QuietSignals extends Signals {
        @Override
        public void toDesk(String username, DeskSignal.Kind kind, ContactId contact) {
            // nobody listens
        }
    }

    /** Puts another key into the file. */
    public void key(int fill) {
        try {
            Path file = folder.resolve("log.key");
            Files.writeString(file, Base64.getEncoder().encodeToString(MemoryLog.seed(fill)));
            keys.file = file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A contact with so many steps, each committed by itself. */
    public ContactId contact(int steps) {
        ContactId contact = ContactId.random();
        persistence.inTransaction(() -> recorder.begin(contact, "AVC", clock.instant()));
        for (int i = 0; i < steps; i++) {
            persistence.inTransaction(() -> {
                recorder.done(contact, Act.CONSULT, Basis.MEASURED, Actor.advisor("asesora01"), clock.instant());
            });
        }
        persistence.inTransaction(() -> ledger.fact(
                contact, "NOTED", Actor.advisor("asesora01"), clock.instant(), null, Map.of("entry", "42")));
        return contact;
    }

    /** Until nothing is left that may be taken. */
    public int append() {
        int all = 0;
        int round;
        do {
            round = appendOnce();
            all += round;
        } while (round > 0);
        return all;
    }

    /** One round of the sequencer; whether it was {@linkplain #isFull full}, the next follows at once. */
    public int appendOnce() {
        return persistence.inTransaction(() -> sequencer.append(epoch));
    }

    public static boolean isFull(int round) {
        return round == Sequencer.BATCH;
    }

    public Optional<SignedNote> sign() {
        Optional<SignedNote> signed = persistence.inTransaction(() -> checkpoints.sign(epoch));
        signed.ifPresent(checkpoints.memory::keep);
        return signed;
    }

    LogReading.Found read(SignedNote held) {
        return persistence.inTransaction(() -> reading.read(Optional.ofNullable(held)));
    }

    /** An entity manager that fails at the n-th statement, as one does whose server is killed. */
    EntityManager failingAt(int n) {
        AtomicInteger left = new AtomicInteger(n);
        EntityManager real = persistence.entityManager();
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("createNativeQuery") && left.getAndDecrement() == 0) {
                        throw new IllegalStateException("killed");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** As somebody does who owns the database. */
    void asSuperuser(String... statements) {
        persistence.inTransaction(() -> {
            persistence.database().execute("set session_replication_role = replica; " + String.join("; ", statements));
        });
    }

    Instant now() {
        return clock.instant();
    }
}
