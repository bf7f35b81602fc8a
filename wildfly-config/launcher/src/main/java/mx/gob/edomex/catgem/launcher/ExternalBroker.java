package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The broker of a cluster: an Artemis in a process of its own, from the modules of WildFly, with the configuration that
 * {@code wildfly-config} has for it.
 */
public final class ExternalBroker implements AutoCloseable {
    static final String USER_VARIABLE = "CATGEM_BROKER_USER";
    static final String PASSWORD_VARIABLE = "CATGEM_BROKER_PASSWORD";
    private static final String USER = "catgem";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Path serverHome;
    private final DataDirectory directory;
    private final int port;
    private final ServerProcess.Started started;
    private Process process;

    ExternalBroker(Path serverHome, DataDirectory directory, int port, ServerProcess.Started started) {
        this.serverHome = serverHome;
        this.directory = directory;
        this.port = port;
        this.started = started;
    }

    /** What a node is told about its broker. */
    Map<String, String> environment() throws IOException {
        return Map.of(
                "CATGEM_BROKER_HOST",
                "127.0.0.1",
                "CATGEM_BROKER_PORT",
                Integer.toString(port),
                USER_VARIABLE,
                USER,
                PASSWORD_VARIABLE,
                directory.brokerPassword());
    }

    /** Returns when the broker takes connections; also after {@link #kill()}, on the same journal. */
    public void start() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcatgem.broker.port=" + port,
                "-Dcatgem.broker.data=" + directory.broker(),
                "-jar",
                serverHome.resolve("jboss-modules.jar").toString(),
                "-mp",
                serverHome.resolve("modules").toString(),
                "-dep",
                "org.apache.activemq.artemis",
                "-cp",
                ownClasses(),
                ArtemisServer.class.getName(),
                serverHome
                        .resolve("standalone/configuration/catgem-broker.xml")
                        .toUri()
                        .toString());
        command.environment().putAll(environment());
        Path log = directory.root().resolve("broker.log");
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = command.start();
        started.pid(process.pid());
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new IOException("The broker did not start. Log: " + log);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String ownClasses() throws IOException {
        try {
            return Path.of(ArtemisServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("the launcher does not find its own classes", e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** As a power cut does it; what the broker had confirmed is in its journal. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        if (process != null) {
            ServerProcess.end(process, STOP_LIMIT);
        }
    }
}
