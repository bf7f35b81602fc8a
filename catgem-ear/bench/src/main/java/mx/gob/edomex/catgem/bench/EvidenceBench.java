package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.evidence.Timeline;
import mx.gob.edomex.catgem.evidence.log.CleanBundles;
import mx.gob.edomex.catgem.evidence.log.LogFixture;
import mx.gob.edomex.catgem.quality.proof.EvidenceFile;
import mx.gob.edomex.catgem.quality.proof.EvidenceWriting;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;

/**
 * What evidence takes, without web or container, on a real database with fsync: bundles and their verification, steps
 * committed at a rate with the log behind them, and what the log costs those who attend.
 */
public final class EvidenceBench {

    private static final double BUNDLE_SECONDS = 5;
    private static final double VERIFIED_SECONDS = 60;
    private static final double APPEND_MILLIS = 50;
    private static final double LAG_SECONDS = 2;
    private static final double SEALED_SECONDS = 5;
    private static final double HELD_RATE = 0.99;
    private static final int PLAIN_SECONDS = 15;
    private static final int WARM_SECONDS = 5;
    private static final int TURNS = 6;
    private static final int FRESH = 5;
    private static final long CHOICE = 20260302;
    /** A chat of the bench is over after so many steps. */
    private static final int STEPS = 12;

    private final TestPersistence persistence;
    private final Figures figures;
    private final OfflineVerifiers verifiers;
    private final Path folder;
    private final LogFixture log;
    private final StepRecorder recorder;
    private final EvidenceWriting writing;

    private EvidenceBench(TestPersistence persistence, Figures figures, OfflineVerifiers verifiers, Path folder) {
        this.persistence = persistence;
        this.figures = figures;
        this.verifiers = verifiers;
        this.folder = folder;
        Clock clock = Clock.systemUTC();
        log = new LogFixture(persistence, folder, clock);
        recorder = persistence.wire(new StepRecorder(), clock);
        writing = persistence.wire(
                new EvidenceWriting(),
                log.bundles,
                log.standing,
                persistence.wire(new Timeline()),
                persistence.wire(new EventLedger(), clock),
                persistence.wire(new Installation()),
                new Auditor(),
                clock);
    }

    private static final class Auditor extends CurrentStaff {
        @Override
        public String username() {
            return "auditora";
        }

        @Override
        public boolean has(String role) {
            return role.equals(Roles.AUDITOR);
        }
    }

    /** Reads {@code catgem.bench.evidence.*}: contacts, folios, clean, second, rate, seconds, turn. */
    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path root = Path.of(System.getProperty("catgem.root")).toAbsolutePath().normalize();
        Figures figures = new Figures(root.resolve("catgem-ear/target/bench.jsonl"));
        Path folder = Files.createTempDirectory(target, "evidence");
        System.out.println("CATGEM evidence bench " + Instant.now() + ", " + Appends.DESKS
                + " desks; one step a commit; PostgreSQL with fsync");
        figures.write("evidence.load_before", Bench.load(), "tasks", null);
        TestPersistence persistence = TestPersistence.tryout();
        persistence.beforeAll(null);
        try {
            if (!persistence.database().value("select current_setting('fsync')").equals("on")) {
                throw new IllegalStateException("the database does not write through");
            }
            new EvidenceBench(persistence, figures, OfflineVerifiers.of(root), folder).measure();
        } finally {
            persistence.afterAll(null);
            delete(folder);
        }
        figures.write("evidence.load_after", Bench.load(), "tasks", null);
        System.exit(0);
    }

    private static int option(String name, int standard) {
        return Integer.getInteger("catgem.bench.evidence." + name, standard);
    }

    private void measure() throws Exception {
        int contacts = option("contacts", 10_000);
        List<Folio> folios = AttendedContacts.add(persistence, contacts);
        long since = System.nanoTime();
        int leaves = log.append();
        figures.write("evidence.sequenced", leaves * 1e9 / (System.nanoTime() - since), "rows/s", null);
        log.sign();
        figures.write("evidence.leaves", leaves, "leaves", null);
        Collections.shuffle(folios, new Random(CHOICE));
        bundles(folios.subList(0, Math.min(folios.size(), option("folios", 1_000))));
        fresh(folios.subList(0, FRESH));
        clean(option("clean", 10_000), option("second", 300));
        steps(option("rate", 1_000), option("seconds", 60));
        new AttendedPath(persistence, log).measure(figures, TURNS, option("turn", 5));
        wholeLog();
    }

    /** Each with its paper and the record that it was taken; then all of them in other hands, without the centre. */
    private void bundles(List<Folio> folios) throws Exception {
        List<Path> bundles = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (Folio folio : folios) {
            long since = System.nanoTime();
            EvidenceFile file = taken(folio);
            seconds.add((System.nanoTime() - since) / 1e9);
            bundles.add(Files.move(file.path(), folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING));
        }
        double[] sorted = sorted(seconds);
        figures.write("evidence.bundle.p50", Figures.percentile(sorted, 0.50), "s", null);
        figures.write("evidence.bundle.p99", Figures.percentile(sorted, 0.99), "s", null);
        figures.write("evidence.bundle.slowest", sorted[sorted.length - 1], "s", BUNDLE_SECONDS);
        String key = persistence.database().value("select verifier from log_key where algorithm = 1");
        long since = System.nanoTime();
        int valid = verifiers.valid(bundles, key);
        figures.write("evidence.verified." + bundles.size(), (System.nanoTime() - since) / 1e9, "s", VERIFIED_SECONDS);
        figures.write("evidence.verified.not_valid", bundles.size() - valid, "bundles", 0.0);
    }

    private EvidenceFile taken(Folio folio) {
        UUID contact = persistence.inTransaction(() -> writing.contact(folio));
        return persistence.inTransaction(() -> writing.folio(folio, contact, null));
    }

    /** Of a contact whose last step was recorded just now: it waits for its seal. */
    private void fresh(List<Folio> folios) throws Exception {
        double slowest = 0;
        KeptLog kept = KeptLog.of(log);
        try {
            for (Folio folio : folios) {
                UUID contact = persistence.inTransaction(() -> writing.contact(folio));
                step(new ContactId(contact));
                long since = System.nanoTime();
                while (!persistence.inTransaction(() -> log.bundles.isSealed(contact))) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                taken(folio).close();
                slowest = Math.max(slowest, (System.nanoTime() - since) / 1e9);
                TimeUnit.MILLISECONDS.sleep(700); // not always at the same moment of a round
            }
        } finally {
            kept.end();
        }
        figures.write("evidence.bundle_fresh.slowest", slowest, "s", BUNDLE_SECONDS);
    }

    private void clean(int count, int second) throws IOException, InterruptedException {
        List<Path> bundles = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            bundles.add(CleanBundles.write(folder, number));
        }
        int valid = verifiers.valid(bundles, CleanBundles.key());
        figures.write("evidence.false_alarms_in_" + count, count - valid, "bundles", 0.0);
        List<Path> some = bundles.subList(0, Math.min(second, count));
        int also = verifiers.validBySecond(some, CleanBundles.key());
        figures.write("evidence.false_alarms_of_second_in_" + some.size(), some.size() - also, "bundles", 0.0);
        for (Path bundle : bundles) {
            Files.delete(bundle);
        }
    }

    /** The steps at their rate with the log behind them, between plain inserts at the same rate. */
    private void steps(int rate, int seconds) throws Exception {
        persistence
                .database()
                .execute("create table bench_plain (id bigint generated always as identity primary key, code text,"
                        + " contact uuid, k int, at timestamptz)");
        Desks desks = new Desks();
        Appends.atRate(rate, WARM_SECONDS, desks);
        Appends.atRate(rate, WARM_SECONDS, this::plain);
        log.append();
        Appends.Result plain = Appends.atRate(rate, PLAIN_SECONDS, this::plain);
        KeptLog kept = KeptLog.of(log);
        Appends.Result steps = Appends.atRate(rate, seconds, desks);
        kept.end();
        followed(kept);
        figures.writeAtLeast("evidence.steps.rate", steps.perSecond(), "1/s", rate * HELD_RATE);
        write("evidence.steps", steps, APPEND_MILLIS);
        figures.write("evidence.plain.rate", plain.perSecond(), "1/s", null);
        write("evidence.plain", plain, null);
        figures.write("evidence.steps_to_plain.p99", steps.p99() / plain.p99(), "ratio", null);
        double plainMost = Appends.atMost(PLAIN_SECONDS, this::plain);
        kept = KeptLog.of(log);
        double stepsMost = Appends.atMost(PLAIN_SECONDS, desks);
        kept.end();
        figures.write("evidence.plain.most", plainMost, "1/s", null);
        figures.write("evidence.steps.most", stepsMost, "1/s", null);
        figures.write("evidence.steps_to_plain.most", stepsMost / plainMost, "ratio", null);
    }

    private void followed(KeptLog kept) throws IOException, SQLException {
        double[] lags = kept.lags();
        double[] sealings = kept.sealings();
        figures.write("evidence.lag.p50", Figures.percentile(lags, 0.50), "s", null);
        figures.write("evidence.lag.p99", Figures.percentile(lags, 0.99), "s", LAG_SECONDS);
        figures.write("evidence.sealed.p50", Figures.percentile(sealings, 0.50), "s", null);
        figures.write("evidence.sealed.p99", Figures.percentile(sealings, 0.99), "s", SEALED_SECONDS);
        double[] signatures = sorted(kept.signatures());
        figures.write("evidence.sign.slowest", signatures[signatures.length - 1], "s", null);
    }

    private void write(String name, Appends.Result result, Double bar) throws IOException {
        figures.write(name + ".append.p50", Figures.percentile(result.millis(), 0.50), "ms", null);
        figures.write(name + ".append.p99", result.p99(), "ms", bar);
        figures.write(name + ".from_due.p99", Figures.percentile(result.fromDue(), 0.99), "ms", null);
    }

    private void plain(int desk) {
        persistence.inTransaction(() -> {
            Sql.on(
                            persistence.entityManager(),
                            "insert into bench_plain (code, contact, k, at) values ('CONSULT', :contact, :k, :at)")
                    .set("contact", UUID.randomUUID())
                    .set("k", desk)
                    .set("at", Instant.now())
                    .update();
        });
    }

    private void step(ContactId contact) {
        persistence.inTransaction(() -> {
            recorder.done(contact, Act.CONSULT, Basis.MEASURED, Actor.advisor("asesora01"), Instant.now());
        });
    }

    /** Each desk has a chat in hand, and the next one after some steps. */
    private final class Desks implements IntConsumer {
        private final ContactId[] chats = new ContactId[Appends.DESKS];
        private final int[] steps = new int[Appends.DESKS];

        @Override
        public void accept(int desk) {
            if (steps[desk]++ % STEPS == 0) {
                chats[desk] = ContactId.random();
                persistence.inTransaction(() -> {
                    recorder.begin(chats[desk], "AVC", Instant.now());
                    recorder.done(chats[desk], Act.CONSULT, Basis.MEASURED, Actor.advisor("asesora01"), Instant.now());
                });
            } else {
                step(chats[desk]);
            }
        }
    }

    /** A log that was written under load must be whole. */
    private void wholeLog() throws IOException, SQLException {
        log.append();
        log.sign();
        String missing =
                persistence.database().value("select (select count(*) from event) - (select count(*) from log_leaf)");
        figures.write("evidence.rows_without_leaf", Double.parseDouble(missing), "rows", 0.0);
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sorted().toArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
