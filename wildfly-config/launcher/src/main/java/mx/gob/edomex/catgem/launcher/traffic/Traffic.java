package mx.gob.edomex.catgem.launcher.traffic;

import java.net.http.HttpClient;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.CatgemServer;

/**
 * Lets citizens come to a running centre, by its real gateways, and advisors answer them. Arrivals are a Poisson
 * process whose rate follows the hour of the day.
 */
public final class Traffic implements AutoCloseable {

    private static final ZoneId CENTRE_ZONE = ZoneId.of("America/Mexico_City");

    /** The last accounts of the demonstration, so that the first are left to people. */
    private static final int LAST_ADVISOR = 48;

    private final CatgemServer centre;
    private final TrafficPlan plan;
    private final Random chance;
    private final ScheduledExecutorService threads;
    private final HttpClient client;
    private final List<RobotAdvisor> advisors = new ArrayList<>();

    private Traffic(CatgemServer centre, TrafficPlan plan) {
        this.centre = centre;
        this.plan = plan;
        chance = new Random(plan.seed());
        threads = Executors.newScheduledThreadPool(6, task -> daemon(task, "traffic"));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newFixedThreadPool(4, task -> daemon(task, "traffic-connection")))
                .build();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Reads {@code catgem.traffic} (contacts an hour), {@code catgem.traffic.shape} (day or flat),
     * {@code catgem.traffic.seed} and {@code catgem.traffic.advisors}.
     *
     * @throws IllegalArgumentException when one of them is wrong
     */
    public static Traffic begin(CatgemServer centre, Properties given) {
        Traffic traffic = new Traffic(centre, TrafficPlan.of(given));
        traffic.start();
        return traffic;
    }

    /** Checks the settings before anything is started. */
    public static void check(Properties given) {
        var unused = TrafficPlan.of(given);
    }

    private void start() {
        for (int i = 0; i < plan.advisors(); i++) {
            String account = "asesora%02d".formatted(LAST_ADVISOR - i);
            RobotAdvisor advisor = new RobotAdvisor(
                    new Caller(client, centre.address(), account), threads, new Random(chance.nextLong()));
            advisors.add(advisor);
            advisor.start();
        }
        next();
    }

    private void next() {
        double rate = plan.rate(LocalTime.now(CENTRE_ZONE));
        double seconds = -Math.log(1 - chance.nextDouble()) / rate;
        var unused = threads.schedule(this::arrive, (long) (seconds * 1_000), TimeUnit.MILLISECONDS);
    }

    private void arrive() {
        next();
        Random own = new Random(chance.nextLong());
        if (own.nextDouble() < TrafficPlan.MAILS) {
            new MailVisitor(centre.settings().ports().smtp(), own).write();
        } else {
            new ChatVisitor(new Caller(client, centre.address(), null), threads, own).start();
        }
    }

    public String summary() {
        return "%.0f contacts an hour (%s), answered by %d advisors of their own (asesora%02d ... asesora%02d)"
                .formatted(
                        plan.perHour(),
                        plan.flat() ? "every hour alike" : "with the shape of a day",
                        plan.advisors(),
                        LAST_ADVISOR - plan.advisors() + 1,
                        LAST_ADVISOR);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
