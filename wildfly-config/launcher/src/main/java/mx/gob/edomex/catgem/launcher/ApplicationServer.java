package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** One WildFly process with the application, on a base folder of its own inside the data folder: a node. */
public final class ApplicationServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final String EAR = "catgem.ear";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /**
     * @param name differs by node
     * @param ports of this node
     * @param base its folder
     * @param configuration the server's configuration file
     */
    record Place(String name, Ports ports, Path base, String configuration) {}

    private final CatgemServer.Settings settings;
    private final Place place;
    private final Path base;
    private final Map<String, String> environment;
    private final ServerProcess.Started started;
    private Process process;

    ApplicationServer(
            CatgemServer.Settings settings,
            Place place,
            Map<String, String> environment,
            ServerProcess.Started started) {
        this.settings = settings;
        this.place = place;
        this.base = place.base();
        this.environment = environment;
        this.started = started;
    }

    /** {@link #launch} and {@link #deploy}; also after {@link #kill()}. */
    public void start() throws IOException, InterruptedException {
        launch();
        deploy();
    }

    /** The server without the application: it needs neither database nor mail yet. */
    void launch() throws IOException {
        prepareBase();
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(settings.serverHome())
                .setBaseDirectory(base)
                .setServerConfiguration(place.configuration())
                .setBindAddressHint(settings.bindAddress())
                .setJavaOptions(settings.javaOptions())
                .addJavaOption("-Djava.net.preferIPv4Stack=true")
                .addJavaOption("-Djava.awt.headless=true")
                .addJavaOption("-Dcatgem.console.level=" + settings.consoleLevel())
                .addServerArgument("-Dcatgem.node=" + place.name())
                .addServerArgument("-Djboss.node.name=" + place.name())
                .addServerArgument(
                        "-Djboss.socket.binding.port-offset=" + place.ports().offset());
        Launcher launcher = Launcher.of(command).addEnvironmentVariables(environment);
        if (settings.console() == null) {
            launcher.inherit();
        } else {
            launcher.setRedirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(settings.console().toFile()));
        }
        process = launcher.launch();
        started.pid(process.pid());
    }

    /** Returns when the application is deployed; throws with the place of the log when it is not. */
    void deploy() throws IOException, InterruptedException {
        // In one piece, for the server takes whatever it finds there.
        Path deployments = base.resolve("deployments");
        Files.move(base.resolve(EAR), deployments.resolve(EAR), StandardCopyOption.ATOMIC_MOVE);
        awaitDeployment(deployments);
    }

    /** Configuration and application are copied anew, so a new build is what runs; data and logs stay. */
    private void prepareBase() throws IOException {
        Path configuration = base.resolve("configuration");
        Path deployments = base.resolve("deployments");
        DataDirectory.deleteTree(configuration);
        DataDirectory.deleteTree(deployments);
        DataDirectory.deleteTree(base.resolve("tmp"));
        Files.createDirectories(base);
        DataDirectory.copyTree(settings.serverHome().resolve("standalone").resolve("configuration"), configuration);
        quietBoot(configuration.resolve("logging.properties"));
        Files.createDirectories(deployments);
        Files.copy(settings.ear(), base.resolve(EAR), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Until the logging subsystem is up, this file rules; it knows no expressions. */
    private void quietBoot(Path logging) throws IOException {
        String text = Files.readString(logging);
        Files.writeString(
                logging,
                text.replace("handler.CONSOLE.level=INFO", "handler.CONSOLE.level=" + settings.consoleLevel()));
    }

    private static String firstLines(Path failed) throws IOException {
        return Files.readString(failed)
                .replace("\\n", "\n")
                .lines()
                .filter(line -> !line.strip().startsWith("at "))
                .limit(6)
                .collect(Collectors.joining("\n"));
    }

    private void awaitDeployment(Path deployments) throws IOException, InterruptedException {
        Path log = base.resolve("log").resolve("server.log");
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!Files.exists(deployments.resolve(EAR + ".deployed"))) {
            Path failed = deployments.resolve(EAR + ".failed");
            if (Files.exists(failed)) {
                throw new IOException(
                        "The application did not deploy: " + firstLines(failed) + "\nThe whole story is in " + log);
            }
            if (!process.isAlive()) {
                throw new IOException("WildFly ended with " + process.exitValue() + ". Log: " + log);
            }
            if (Instant.now().isAfter(limit)) {
                throw new IOException("Not deployed after " + START_LIMIT.toSeconds() + " s. Log: " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    public long pid() {
        return process.pid();
    }

    public Ports ports() {
        return place.ports();
    }

    /** The folder with its deployments, its log and its transaction store. */
    public Path base() {
        return base;
    }

    /** Of this node itself, whatever stands in front of it. */
    public URI address() {
        return place.ports().application();
    }

    /** Waits until the server ends by itself. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** As a power cut does it: nothing is flushed, nothing is told. */
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
