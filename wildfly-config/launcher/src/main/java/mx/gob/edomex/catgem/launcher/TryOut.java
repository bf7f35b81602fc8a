package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.launcher.traffic.Traffic;

/** {@code mvn -Prun}: a centre in the foreground, until Ctrl-C. */
public final class TryOut {
    /**
     * Small enough for a laptop: the serial collector keeps the process below the parallel ones by some 100 MB, and a
     * heap that gives back what it no longer needs stays near its living 140 MB.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms128m",
            "-Xmx448m",
            "-Xmn64m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:MaxMetaspaceSize=320m",
            "-XX:+UseSerialGC");

    private TryOut() {}

    /**
     * Reads {@code catgem.root} (the checkout), {@code catgem.data}, {@code catgem.reset}, {@code catgem.port.offset},
     * {@code catgem.bind}, {@code catgem.pbx}, {@code catgem.java.options} and those of {@link Traffic} from the system properties.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root =
                Path.of(System.getProperty("catgem.root", ".")).toAbsolutePath().normalize();
        Ports ports = new Ports(Integer.getInteger("catgem.port.offset", 0));
        Stopper stopper = new Stopper();
        Runtime.getRuntime().addShutdownHook(new Thread(stopper, "catgem-stop"));
        List<String> javaOptions = new ArrayList<>(javaOptions());
        if ("on".equals(System.getProperty("catgem.pbx"))) {
            stopper.exchange = new Exchange(root, ports);
            stopper.exchange.start();
            javaOptions.addAll(stopper.exchange.javaOptions());
        }
        CatgemServer.Settings settings = new CatgemServer.Settings(
                Path.of(System.getProperty("catgem.server.home")),
                root.resolve("catgem-ear/target/catgem.ear"),
                Path.of(System.getProperty(
                        "catgem.data", root.resolve(".catgem-data").toString())),
                ports,
                System.getProperty("catgem.bind", "127.0.0.1"),
                javaOptions,
                System.getProperty("catgem.console.level", "ERROR"),
                null);
        boolean traffic = System.getProperty("catgem.traffic") != null;
        if (traffic) {
            Traffic.check(System.getProperties());
        }
        Instant begin = Instant.now();
        CatgemServer centre = start(settings, stopper);
        System.out.println(welcome(centre, Duration.between(begin, Instant.now())));
        if (stopper.exchange != null) {
            System.out.println("  Phone         " + stopper.exchange.summary());
        }
        int exit;
        try (Traffic people = traffic ? Traffic.begin(centre, System.getProperties()) : null) {
            if (people != null) {
                System.out.println("  Traffic       " + people.summary());
            }
            exit = centre.await();
        }
        if (stopper.began) {
            // Told to end: the stopper has the last word, and the virtual machine ends with it.
            Thread.currentThread().join();
        }
        throw new IllegalStateException("WildFly ended with " + exit + "; see "
                + settings.data().resolve("server").resolve("log"));
    }

    private static CatgemServer start(CatgemServer.Settings settings, Stopper stopper)
            throws IOException, InterruptedException {
        System.out.println("CATGEM is starting; data in " + settings.data() + " ...");
        String reset = System.getProperty("catgem.reset");
        CatgemServer centre = CatgemServer.prepare(settings, reset != null && !"false".equals(reset));
        stopper.centre = centre;
        centre.start();
        return centre;
    }

    /** Of WildFly; also what the bench measures, unless {@code catgem.java.options} says otherwise. */
    public static List<String> javaOptions() {
        String given = System.getProperty("catgem.java.options", "").strip();
        return given.isEmpty() ? JAVA_OPTIONS : List.of(given.split("\\s+"));
    }

    private static String welcome(CatgemServer centre, Duration took) {
        Ports ports = centre.settings().ports();
        return """

                CATGEM runs (started in %.1f s). Ctrl-C stops everything.

                  Sign in       %s
                  Accounts      asesora01 ... asesora48, coordinadora1 ... 4, informacion1 ... 3,
                                supervisora, auditora, direccion, soporte; password catgem-demo
                  Write a mail  to %s by SMTP localhost:%d
                  Read answers  IMAP localhost:%d, user %s, password %s
                  Health        http://localhost:%d/health      Metrics  http://localhost:%d/prometheus
                  PostgreSQL    %s, user %s, password in %s
                  Log           %s
                """
                .formatted(
                        took.toMillis() / 1000.0,
                        centre.address(),
                        MailServer.CENTRE_ADDRESS,
                        ports.smtp(),
                        ports.imap(),
                        MailServer.CITIZEN_ADDRESS,
                        MailServer.CITIZEN_PASSWORD,
                        ports.management(),
                        ports.management(),
                        centre.database().url(),
                        centre.database().user(),
                        centre.settings().data().resolve("database.password"),
                        centre.settings().data().resolve("server/log/server.log"));
    }

    /** Runs when the virtual machine is told to end (INT, TERM, HUP), also in the middle of starting. */
    private static final class Stopper implements Runnable {
        private volatile CatgemServer centre;
        private volatile Exchange exchange;
        private volatile boolean began;

        @Override
        public void run() {
            began = true;
            if (centre != null) {
                stopCentre();
            }
            if (exchange != null) {
                exchange.close();
            }
        }

        private void stopCentre() {
            System.out.println("CATGEM is stopping ...");
            try {
                centre.close();
                System.out.println("CATGEM has stopped.");
            } catch (IOException e) {
                System.out.println("CATGEM did not stop cleanly: " + e);
            }
        }
    }
}
