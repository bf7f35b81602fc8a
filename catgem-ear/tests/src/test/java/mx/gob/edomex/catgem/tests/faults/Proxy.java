package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.Chromium;
import mx.gob.edomex.catgem.tests.api.ApiClient;

/** HAProxy before the two nodes of a cluster, with the configuration that production gets. */
final class Proxy implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
    private static final int BESIDE_NODES = 50;

    private final Process process;
    private final int port;

    private Proxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static void require() {
        Chromium.requireProgram(PROGRAM, "NO CLUSTER TESTS", "apt-get install -y haproxy");
    }

    static Proxy before(CatgemServer cluster) throws IOException, InterruptedException {
        int port = cluster.settings().ports().http() + BESIDE_NODES;
        Path configuration = Path.of("..", "..", "wildfly-config", "src", "main", "proxy", "haproxy.cfg");
        ProcessBuilder command = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", configuration.toString());
        command.environment()
                .putAll(Map.of(
                        "CATGEM_PROXY", "127.0.0.1:" + port,
                        "CATGEM_NODE_1", "127.0.0.1:" + cluster.node(1).ports().http(),
                        "CATGEM_NODE_2", "127.0.0.1:" + cluster.node(2).ports().http()));
        command.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "haproxy.log").toFile());
        Proxy proxy = new Proxy(command.start(), port);
        proxy.awaitIt();
        return proxy;
    }

    private void awaitIt() throws IOException, InterruptedException {
        ApiClient anybody = ApiClient.anonymous(address());
        while (true) {
            try {
                anybody.get("health");
                return;
            } catch (ConnectException e) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException("HAProxy did not start; see target/haproxy.log", e);
                }
            }
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port + "/catgem/");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
