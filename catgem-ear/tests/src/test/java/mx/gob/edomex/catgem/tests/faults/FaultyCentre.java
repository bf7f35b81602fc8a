package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.net.URI;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.RunningCentre;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A centre of one node; tests kill its parts and act as its advisors, and each leaves it at work. */
final class FaultyCentre extends BreakableCentre {

    private static volatile FaultyCentre shared;

    private MailGate gate;

    private FaultyCentre(CatgemServer server) {
        super(server);
    }

    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            shared = only(context, FaultyCentre.class, FaultyCentre::open);
        }
    }

    static FaultyCentre centre() {
        return shared;
    }

    private static FaultyCentre open() throws IOException, InterruptedException {
        FaultyCentre centre = new FaultyCentre(RunningCentre.another("faults"));
        try {
            CatgemServer server = centre.server();
            server.start();
            server.mail().close();
            centre.gate = MailGate.open(server.settings().ports(), server.mail().centrePassword());
            Driver.deploy(server.node(1));
            return centre;
        } catch (IOException | InterruptedException | RuntimeException e) {
            centre.close();
            throw e;
        }
    }

    URI driver() {
        return Driver.place(server().node(1), "act");
    }

    /** The centre's mail server. */
    MailGate gate() {
        return gate;
    }

    /** As a power cut of the application's machine. */
    void kill() throws InterruptedException {
        server().killApplication();
    }

    /** The machine's return. */
    void restart() throws IOException, InterruptedException {
        server().startApplication();
        Driver.deploy(server().node(1));
    }

    @Override
    public void close() throws IOException {
        if (gate != null) {
            gate.close();
        }
        super.close();
    }
}
