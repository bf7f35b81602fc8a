package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.launcher.Ports;
import mx.gob.edomex.catgem.launcher.TryOut;

/** {@code mvn -Pbench verify}: starts a centre on fresh data, lets a shift work at it and prints what it took. */
public final class Bench {
    private static final double BOOT_SECONDS = 20;
    private static final double MEMORY_MIB = 700;
    private static final double ACTION_MILLIS = 300;
    private static final double MESSAGE_MILLIS = 1000;

    private Bench() {}

    /** Reads the system properties of {@link TryOut} and of {@link Plan}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path root = Path.of(System.getProperty("catgem.root")).toAbsolutePath().normalize();
        CatgemServer.Settings settings = new CatgemServer.Settings(
                Path.of(System.getProperty("catgem.server.home")),
                root.resolve("catgem-ear/target/catgem.ear"),
                target.resolve("centre"),
                ports(),
                "127.0.0.1",
                TryOut.javaOptions(),
                "ERROR",
                target.resolve("centre.log"));
        Figures figures = new Figures(root.resolve("catgem-ear/target/bench.jsonl"));
        System.out.println("CATGEM bench " + Instant.now() + ", " + Plan.ofProperties());
        try (CatgemServer centre = CatgemServer.prepare(settings, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(centre), "bench-stop"));
            run(centre, figures);
        }
    }

    private static void run(CatgemServer centre, Figures figures)
            throws IOException, InterruptedException, SQLException {
        figures.write("machine.processors", Runtime.getRuntime().availableProcessors(), "cores", null);
        figures.write("machine.load_before", load(), "tasks", null);
        long begin = System.nanoTime();
        centre.start();
        Shift shift = new Shift(centre, Plan.ofProperties(), figures);
        shift.firstAnswer();
        figures.write("boot", (System.nanoTime() - begin) / 1e9, "s", BOOT_SECONDS);
        ServerProcess server = new ServerProcess(centre.applicationPid());
        figures.write("memory.after_boot", server.residentMemory(), "MiB", MEMORY_MIB);
        shift.work(server);
        figures.write("machine.load_at_work", load(), "tasks", null);
        figures.write("memory.at_work", server.residentMemory(), "MiB", MEMORY_MIB);
        figures.writeTimes(Map.of(
                "desk.action", ACTION_MILLIS,
                "message.to_desk", MESSAGE_MILLIS,
                "message.to_citizen", MESSAGE_MILLIS));
    }

    /** Of the last minute; above the number of processors the times say more of the neighbours than of the centre. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Ports ports() {
        String offset = System.getProperty("catgem.port.offset", "");
        return offset.isEmpty() ? Ports.free() : new Ports(Integer.parseInt(offset));
    }

    private static void closeQuietly(CatgemServer centre) {
        try {
            centre.close();
        } catch (IOException e) {
            System.err.println("bench: the centre did not stop cleanly: " + e);
        }
    }
}
