package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.launcher.Ports;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.faults.BreakableCentre;
import mx.gob.edomex.catgem.tests.faults.Driver;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A centre of one node in which traps can be set at its fault points. */
final class StormCentre extends BreakableCentre {

    private static volatile StormCentre shared;

    private final Traps traps;

    private StormCentre(CatgemServer server, Traps traps) {
        super(server);
        this.traps = traps;
    }

    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            shared = only(context, StormCentre.class, () -> open("storm", ports -> List.of()));
        }
    }

    static StormCentre centre() {
        return shared;
    }

    /** @param options more of the Java options, by the ports of the new centre */
    static StormCentre open(String name, Function<Ports, List<String>> options)
            throws IOException, InterruptedException {
        Traps traps = Traps.in(Path.of("target", name + "-traps").toAbsolutePath());
        CatgemServer server = RunningCentre.another(
                name, ports -> Stream.concat(Stream.of(traps.property()), options.apply(ports).stream())
                        .toList());
        server.start();
        return new StormCentre(server, traps);
    }

    Traps traps() {
        return traps;
    }

    /** The node that was killed comes back. */
    void restart() throws InterruptedException {
        try {
            server().startApplication();
        } catch (IOException e) {
            throw new AssertionError("the node does not come back", e);
        }
    }

    List<String> recount() throws IOException, InterruptedException {
        Driver.deploy(server().node(1));
        return Driver.recount(server().node(1));
    }
}
