package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The telephone exchange of the try-out, and the town that phones it, by the script of {@code wildfly-config}. */
final class Exchange implements AutoCloseable {
    private static final List<String> PARTS = List.of("centre", "town");

    private final Path script;
    private final Path folder;
    private final int offset;
    private volatile boolean begun;
    private boolean ended;

    /** Not the folder of the tests, whose exchange would take this one's place. */
    Exchange(Path root, Ports ports) {
        script = root.resolve("wildfly-config/src/main/pbx/pbx");
        offset = ports.offset();
        folder = root.resolve("wildfly-config/target/pbx-tryout" + (offset == 0 ? "" : "-" + offset));
    }

    /**
     * Returns when calls are taken.
     *
     * @throws IllegalStateException with what is missing on this machine, or when told to end meanwhile
     */
    void start() throws IOException, InterruptedException {
        System.out.println("The telephone exchange is starting; the first time it is loaded from Debian's archive ...");
        run("fetch", folder.toString());
        begun = true;
        for (String part : PARTS) {
            start(part);
        }
    }

    /** What is being started can be stopped only then. */
    private synchronized void start(String part) throws IOException, InterruptedException {
        if (ended) {
            throw new IllegalStateException("The exchange was told to end.");
        }
        run("start", folder.toString(), part);
    }

    /** For whoever reads what the try-out says. */
    String summary() {
        return script + " call " + folder + " 070 7221234567";
    }

    /** For WildFly. */
    List<String> javaOptions() {
        return List.of(
                "-DCATGEM_PBX_URL=http://127.0.0.1:" + (8188 + offset) + "/ari",
                "-DCATGEM_PBX_PASSWORD_FILE=" + folder.resolve("ari.password"),
                "-DCATGEM_PBX_ENDPOINT=PJSIP/{advisor}@phones",
                "-DCATGEM_PBX_SOCKET=ws://127.0.0.1:" + (8188 + offset) + "/ws",
                "-DCATGEM_PBX_SOUNDS=" + folder.resolve("root/usr/share/asterisk/sounds/catgem"));
    }

    private void run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PBX_SIP", Integer.toString(5160 + offset),
                        "PBX_ARI", Integer.toString(8188 + offset),
                        "PBX_TOWN_SIP", Integer.toString(5170 + offset),
                        "PBX_TOWN_ARI", Integer.toString(8198 + offset)));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("No telephone exchange: " + said);
        }
    }

    /** Leaves nothing running, also in the middle of starting. */
    @Override
    public synchronized void close() {
        ended = true;
        if (!begun) {
            return;
        }
        for (String part : PARTS) {
            try {
                run("stop", folder.toString(), part);
            } catch (IOException | IllegalStateException e) {
                System.out.println("The exchange did not stop: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
