package mx.gob.edomex.catgem.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.jms.MatchingFixture;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;

/** One depth of the line with one number of advisors, on a database and a broker of its own. */
final class QueueCell {

    private static final double BASE_TIMES = 3;
    private static final double OFFERS = 550;
    private static final int WAVE_SECONDS = Integer.getInteger("catgem.bench.wave", 10);
    /** Offers of a wave that takes so long that its beginning warms it up. */
    private static final int LONG_WAVE = 1_000;

    private static final int PATIENCE_SECONDS = 120;
    private static final int PAUSE_MILLIS = 20;
    private static final int PER_TURN = 50;
    private static final int WARM_UP = 10;

    /** What is compared between depths. */
    record Result(double offersPerSecond, double abandonMillis) {}

    private final int depth;
    private final int advisors;
    private final int samples;
    private final int perTurn;
    private final Figures figures;
    private final String name;
    private final TestPersistence persistence = TestPersistence.tryout();
    private final OfferSightings sightings = new OfferSightings();

    QueueCell(int depth, int advisors, int samples, Figures figures) {
        this.depth = depth;
        this.advisors = advisors;
        this.samples = samples;
        this.perTurn = Math.min(PER_TURN, Math.min(depth, advisors));
        this.figures = figures;
        this.name = "queue." + depth + "x" + advisors;
    }

    Result measure() throws Exception {
        persistence.beforeAll(null);
        requireDurable();
        try (MatchingFixture matching = new MatchingFixture(persistence);
                QueueBase base = new QueueBase(persistence.database().connection(), matching.broker());
                WaitingLine line = new WaitingLine(persistence, matching)) {
            begin(matching, line);
            double offers = waves(matching, line, base);
            List<Double> ready = ready(matching, line, base);
            double abandon = abandon(matching, line);
            List<Double> arrival = arrivals(matching, line, base);
            figures.write(name + ".base", base.millis(), "ms", null);
            figures.write(name + ".base.commit", base.commitMillis(), "ms", null);
            figures.write(name + ".base.send", base.sendMillis(), "ms", null);
            offers(offers, offers * base.millis() / 1000);
            times("ready_to_offer", ready, base, BASE_TIMES);
            times("arrival_to_offer", arrival, base, null);
            return new Result(offers, abandon);
        } finally {
            persistence.afterAll(null);
        }
    }

    /** Where fewer wait than become ready, the time is that of reading so many, and says nothing of offers. */
    private void offers(double perSecond, double inBase) throws IOException {
        if (depth < advisors) {
            figures.write(name + ".offers", perSecond, "1/s", null);
            figures.write(name + ".offers_in_base", inBase, "ratio", null);
        } else {
            figures.writeAtLeast(name + ".offers", perSecond, "1/s", OFFERS);
            figures.writeAtLeast(name + ".offers_in_base", inBase, "ratio", 0.5);
        }
    }

    private void begin(MatchingFixture matching, WaitingLine line)
            throws SQLException, JMSException, IOException, InterruptedException {
        long since = System.nanoTime();
        line.advisors(advisors);
        line.add(depth);
        persistence.database().execute("analyze");
        figures.write(name + ".fill", (System.nanoTime() - since) / 1e9, "s", null);
        matching.onSignal(sightings);
        persistence.database().execute("update advisor set presence = 'AVAILABLE' where username = 'bench00000'");
        since = System.nanoTime();
        matching.match();
        sightings.all(1, PATIENCE_SECONDS);
        figures.write(name + ".take_over", (System.nanoTime() - since) / 1e9, "s", null);
        System.gc();
        figures.write(
                name + ".memory",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0,
                "MiB",
                null);
        line.settle();
        line.add(1);
    }

    /** Everybody becomes ready at once, again and again; the line is filled up between. */
    private double waves(MatchingFixture matching, WaitingLine line, QueueBase base) throws Exception {
        int wave = Math.min(depth, advisors);
        if (wave <= LONG_WAVE) {
            wave(matching, line, wave); // the first warms up
        }
        long nanos = 0;
        int offers = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAVE_SECONDS);
        do {
            base.sample();
            nanos += wave(matching, line, wave);
            offers += wave;
        } while (System.nanoTime() < end);
        return offers * 1e9 / nanos;
    }

    private long wave(MatchingFixture matching, WaitingLine line, int wave) throws Exception {
        sightings.clear();
        line.available(0);
        long since = System.nanoTime(); // as for one advisor: that they are ready is on record
        matching.wakeMatcher();
        long last = sightings.all(wave, PATIENCE_SECONDS);
        if (sightings.count() != wave) {
            figures.failed(name, sightings.count() + " offers of " + wave + " in " + PATIENCE_SECONDS + " s");
        }
        line.settle();
        line.add(wave);
        return last - since;
    }

    /** Turn after turn; the first warms up. */
    private List<Double> ready(MatchingFixture matching, WaitingLine line, QueueBase base) throws Exception {
        readyTurn(matching, line, base);
        List<Double> millis = new ArrayList<>();
        while (millis.size() < samples) {
            millis.addAll(readyTurn(matching, line, base));
        }
        return millis;
    }

    /** All are busy, and one after the other becomes free. */
    private List<Double> readyTurn(MatchingFixture matching, WaitingLine line, QueueBase base) throws Exception {
        line.available(100);
        persistence
                .database()
                .execute(
                        "update advisor set presence = 'AUXILIARY', points = 0 where username like 'bench%' and username < '"
                                + WaitingLine.ADVISOR.formatted(perTurn) + "'");
        List<Double> millis = new ArrayList<>();
        CentreFixture centre = matching.centre();
        for (int i = 0; i < perTurn; i++) {
            String username = WaitingLine.ADVISOR.formatted(i);
            centre.as(username);
            AtomicLong since = new AtomicLong();
            sightings.clear();
            matching.run(() -> centre.presence.become(Presence.AVAILABLE, null), () -> since.set(System.nanoTime()));
            millis.add((sightings.advisor(username, PATIENCE_SECONDS) - since.get()) / 1e6);
            pause(base);
        }
        line.settle();
        line.add(perTurn);
        return millis;
    }

    /** Citizens leave from anywhere in the line. */
    private double abandon(MatchingFixture matching, WaitingLine line) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (String contact : persistence
                .database()
                .column("select id from contact where state = 'QUEUED' order by random() limit " + samples)) {
            long since = System.nanoTime();
            matching.run(
                    () -> matching.centre().endings.citizenLeft(ContactId.of(contact), Actor.citizen(Source.CHAT)),
                    () -> millis.add((System.nanoTime() - since) / 1e6));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        line.add(millis.size());
        figures.write(name + ".abandon.p50", Figures.median(millis), "ms", null);
        return Figures.median(millis);
    }

    /** The line waits for what nobody knows; whoever comes meanwhile finds everyone free. */
    private List<Double> arrivals(MatchingFixture matching, WaitingLine line, QueueBase base) throws Exception {
        persistence
                .database()
                .execute("update advisor_skill set code = 'EN' where kind = 'LANGUAGE' and username like 'bench%'");
        line.available(0);
        matching.takeArrivals();
        CentreFixture centre = matching.centre();
        List<Double> millis = new ArrayList<>();
        for (int i = -WARM_UP; i < samples; i++) {
            ContactId contact = ContactId.random();
            AtomicLong since = new AtomicLong();
            matching.run(() -> centre.arrivals.record(chat(contact)), () -> since.set(System.nanoTime()));
            double took = (sightings.contact(contact.toString(), PATIENCE_SECONDS) - since.get()) / 1e6;
            if (i >= 0) {
                millis.add(took);
            }
            matching.run(() -> centre.endings.citizenLeft(contact, Actor.citizen(Source.CHAT)), () -> {});
            pause(base);
        }
        return millis;
    }

    private static NewArrival chat(ContactId contact) {
        return new NewArrival(
                contact,
                Channel.CHAT,
                "CHAT_WEB",
                Language.EN,
                "GENERAL",
                Priority.NORMAL,
                SubjectId.random(),
                null,
                "Bench",
                null,
                Instant.now(),
                "2026-01");
    }

    private static void pause(QueueBase base) throws SQLException, JMSException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        base.sample();
    }

    private void times(String what, List<Double> millis, QueueBase base, Double bar) throws IOException {
        double[] sorted = millis.stream().mapToDouble(value -> value).sorted().toArray();
        double p50 = Figures.percentile(sorted, 0.50);
        double p99 = Figures.percentile(sorted, 0.99);
        figures.write(name + "." + what + ".p50", p50, "ms", null);
        figures.write(name + "." + what + ".p99", p99, "ms", null);
        figures.write(name + "." + what + ".p50_in_base", p50 / base.millis(), "ratio", bar);
        figures.write(name + "." + what + ".p99_in_base", p99 / base.millis(), "ratio", null);
    }

    private void requireDurable() throws SQLException {
        if (!persistence.database().value("select current_setting('fsync')").equals("on")) {
            throw new IllegalStateException("the database does not write through");
        }
    }
}
