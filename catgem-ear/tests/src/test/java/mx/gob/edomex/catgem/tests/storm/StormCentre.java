package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.launcher.Ports;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.faults.BreakableCentre;
import mx.gob.edomex.catgem.tests.faults.Driver;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A centre of one node in which traps can be set at its fault points. */
class StormCentre extends BreakableCentre {

    private static volatile StormCentre shared;

    private final Traps traps;

    /** @param options more of the Java options, by the ports of the new centre */
    StormCentre(String name, Function<Ports, List<String>> options) throws IOException, InterruptedException {
        this(name, options, Traps.in(Path.of("target", name + "-traps").toAbsolutePath()));
        server().start();
    }

    private StormCentre(String name, Function<Ports, List<String>> options, Traps traps) throws IOException {
        super(RunningCentre.another(
                name, ports -> Stream.concat(Stream.of(traps.property()), options.apply(ports).stream())
                        .toList()));
        this.traps = traps;
    }

    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            shared = only(context, StormCentre.class, () -> new StormCentre("storm", ports -> List.of()));
        }
    }

    static StormCentre centre() {
        return shared;
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
