package mx.gob.edomex.catgem.launcher.traffic;

import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalTime;
import java.time.ZoneId;
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
    private final URI address;
    private final TrafficPlan plan;
    private final Random chance;
    private final Witness witness;
    private final ScheduledExecutorService threads;
    private final Pace pace;
    private final HttpClient client;
    private volatile boolean coming = true;

    private Traffic(CatgemServer centre, URI address, TrafficPlan plan, Witness witness) {
        this.centre = centre;
        this.address = address;
        this.plan = plan;
        chance = new Random(plan.seed());
        this.witness = witness;
        // One for each advisor, who may have to wait long for an answer, and some for the citizens.
        threads = Executors.newScheduledThreadPool(6 + plan.advisors(), task -> daemon(task, "traffic"));
        pace = new Pace(threads, plan.haste());
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
     * {@code catgem.traffic.seed}, {@code catgem.traffic.advisors} and {@code catgem.traffic.haste}.
     *
     * @throws IllegalArgumentException when one of them is wrong
     */
    public static Traffic begin(CatgemServer centre, Properties given) {
        return begin(centre, centre.address(), given, Witness.NOBODY);
    }

    /**
     * With somebody who hears what the centre promises to these people.
     *
     * @param address where they find the centre
     * @throws IllegalStateException when it is no try-out
     */
    public static Traffic begin(CatgemServer centre, URI address, Properties given, Witness witness) {
        requireTryout(modeOf(centre));
        Traffic traffic = new Traffic(centre, address, TrafficPlan.of(given), witness);
        traffic.start();
        return traffic;
    }

    /** Invented citizens have no place among real ones; the centre itself says which it is. */
    static void requireTryout(String mode) {
        if (!mode.equals("TRYOUT")) {
            throw new IllegalStateException("the simulator is for try-outs; this centre is " + mode);
        }
    }

    private static String modeOf(CatgemServer centre) {
        try (Connection connection = centre.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select mode from installation")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the centre's mode cannot be read", e);
        }
    }

    /** Nobody new comes any more; who is here is still attended. */
    public void stopComing() {
        coming = false;
    }

    /** Checks the settings before anything is started. */
    public static void check(Properties given) {
        var unused = TrafficPlan.of(given);
    }

    private void start() {
        for (int i = 0; i < plan.advisors(); i++) {
            String account = "asesora%02d".formatted(LAST_ADVISOR - i);
            new RobotAdvisor(new Caller(client, address, account), pace, witness, new Random(chance.nextLong()))
                    .start();
        }
        next();
    }

    private void next() {
        double rate = plan.rate(LocalTime.now(CENTRE_ZONE));
        double seconds = -Math.log(1 - chance.nextDouble()) / rate;
        var unused = threads.schedule(this::arrive, (long) (seconds * 1_000), TimeUnit.MILLISECONDS);
    }

    private void arrive() {
        if (!coming) {
            return;
        }
        next();
        Random own = new Random(chance.nextLong());
        if (own.nextDouble() < TrafficPlan.MAILS) {
            new MailVisitor(centre.settings().ports().smtp(), witness, own).write();
        } else {
            new ChatVisitor(new Caller(client, address, null), pace, witness, own).start();
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
