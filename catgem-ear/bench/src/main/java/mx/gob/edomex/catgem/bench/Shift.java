package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.CatgemServer;

/**
 * The load: desks are opened, citizens wait, advisors become available one by one, then everyone works. Bounded: one
 * thread a desk, a few for citizens and connections, and the seconds of the plan.
 */
final class Shift {
    private static final int IDLE_SAMPLES = 50;
    private static final long BETWEEN_READY_MILLIS = 250;
    private static final long QUEUED_SECONDS = 60;

    private final CatgemServer centre;
    private final Plan plan;
    private final Figures figures;
    private final Sightings sightings;
    private final HttpClient client;
    private final ScheduledExecutorService citizens = Executors.newScheduledThreadPool(8, Daemons.named("citizen"));
    private final List<Desk> desks = new ArrayList<>();
    private final List<Advisor> advisors = new ArrayList<>();
    private final CountDownLatch everyoneIsReady = new CountDownLatch(1);

    Shift(CatgemServer centre, Plan plan, Figures figures) {
        this.centre = centre;
        this.plan = plan;
        this.figures = figures;
        this.sightings = new Sightings(figures);
        ExecutorService connections = Executors.newFixedThreadPool(6, Daemons.named("connection"));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(connections)
                .build();
    }

    private Browser browser() {
        return new Browser(client, centre.address());
    }

    void firstAnswer() throws IOException, InterruptedException {
        browser().get("login.xhtml");
    }

    void work(ServerProcess server) throws IOException, InterruptedException, SQLException {
        try (Base base = new Base(centre.database(), browser(), figures)) {
            for (int i = 0; i < IDLE_SAMPLES; i++) {
                base.sample("base.idle");
            }
            openDesks();
            startChats();
            becomeAvailable();
            sample(base, "base.warm_up", plan.warmUp());
            figures.forget("desk.", "message.", "offer.after_arrival", "base.warm_up");
            Duration processor = server.processorTime();
            long requests = Browser.requests();
            sample(base, "base.at_work", plan.seconds());
            double part = 1.0 / plan.seconds();
            Duration used = server.processorTime().minus(processor);
            figures.write("server.processor", used.toMillis() / 1000.0 * part, "cores", null);
            figures.write("server.requests", (Browser.requests() - requests) * part, "1/s", null);
            figures.write("desk.actions", figures.count("desk.action") * part, "1/s", null);
            figures.write("desk.refreshes", figures.count("desk.refresh") * part, "1/s", null);
        } finally {
            citizens.shutdownNow();
            desks.forEach(Desk::close);
        }
    }

    private void openDesks() throws IOException, InterruptedException {
        for (int number = 1; number <= plan.desks(); number++) {
            long since = System.nanoTime();
            Desk desk = new Desk("asesora%02d".formatted(number), browser(), figures);
            desks.add(desk);
            Advisor advisor = new Advisor(desk, plan, sightings, figures, everyoneIsReady);
            advisors.add(advisor);
            desk.open(advisor);
            figures.took("sign_in", since);
        }
    }

    private void startChats() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(plan.citizens());
        for (int i = 0; i < plan.citizens(); i++) {
            startChat(false, 0, waiting::countDown);
        }
        if (!waiting.await(QUEUED_SECONDS, TimeUnit.SECONDS)) {
            figures.failed("the queue", waiting.getCount() + " chats have no folio yet");
        }
    }

    /** Whoever has been answered makes room for the next. */
    private void startChat(boolean waitsForOffer, double pause, Runnable whenQueued) {
        Citizen.Life life = new Citizen.Life() {
            @Override
            public void queued() {
                whenQueued.run();
            }

            @Override
            public void over() {
                startChat(true, plan.pause(), () -> {});
            }
        };
        Citizen citizen = new Citizen(browser(), plan, sightings, figures, citizens, waitsForOffer, life);
        if (!citizens.isShutdown()) {
            var unused = citizens.schedule(citizen::start, (long) (pause * 1000), TimeUnit.MILLISECONDS);
        }
    }

    private void becomeAvailable() throws InterruptedException {
        for (int i = 0; i < advisors.size(); i++) {
            advisors.get(i).becomeAvailable(i < plan.citizens());
            TimeUnit.MILLISECONDS.sleep(BETWEEN_READY_MILLIS);
        }
        everyoneIsReady.countDown();
    }

    private static void sample(Base base, String figure, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            base.sample(figure);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
