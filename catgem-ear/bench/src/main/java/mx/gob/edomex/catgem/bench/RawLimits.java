package mx.gob.edomex.catgem.bench;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.jms.MatchingFixture;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** What disk, database and broker of this machine can do at all: durable writes a second, alone and eight at a time. */
final class RawLimits {

    private static final int MANY = 8;
    private static final int PAGE_BYTES = 4096;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(2);

    private RawLimits() {}

    static void write(Path folder, Figures figures) throws Exception {
        figures.write("raw.fsync", fsync(folder), "1/s", null);
        TestPersistence persistence = TestPersistence.tryout();
        persistence.beforeAll(null);
        try (MatchingFixture matching = new MatchingFixture(persistence)) {
            persistence.database().execute("create table bench_limit (at timestamptz)");
            for (int threads : new int[] {1, MANY}) {
                figures.write("raw.commits." + threads, together(threads, () -> commits(persistence)), "1/s", null);
                figures.write("raw.sends." + threads, together(threads, () -> sends(matching.broker())), "1/s", null);
            }
        } finally {
            persistence.afterAll(null);
        }
    }

    private static double fsync(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", ".bin");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            long begin = System.nanoTime();
            int times = 0;
            while (System.nanoTime() - begin < NANOS) {
                channel.write(ByteBuffer.allocate(PAGE_BYTES));
                channel.force(false);
                times++;
            }
            return times * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static double commits(TestPersistence persistence) throws Exception {
        try (Connection connection = persistence.database().connection();
                Statement statement = connection.createStatement()) {
            return rate(() -> statement.executeUpdate("insert into bench_limit values (now())"));
        }
    }

    private static double sends(ConnectionFactory factory) throws Exception {
        try (jakarta.jms.Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            MessageProducer producer = session.createProducer(session.createQueue("fila.bench"));
            return rate(() -> {
                producer.send(session.createTextMessage("probe"));
                return null;
            });
        }
    }

    private static double rate(Callable<?> once) throws Exception {
        long begin = System.nanoTime();
        int times = 0;
        while (System.nanoTime() - begin < NANOS) {
            once.call();
            times++;
        }
        return times * 1e9 / (System.nanoTime() - begin);
    }

    private static double together(int threads, Callable<Double> work) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads, Daemons.named("limit"));
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                rates.add(executor.submit(work));
            }
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } finally {
            executor.shutdownNow();
        }
    }
}
