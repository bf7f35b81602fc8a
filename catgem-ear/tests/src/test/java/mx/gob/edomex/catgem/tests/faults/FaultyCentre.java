package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import mx.gob.edomex.catgem.tests.RunningCentre;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import mx.gob.edomex.catgem.tests.faults.driver.AdvisorServlet;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one centre of all fault tests, apart from everybody else's: they kill its parts, and act as its advisors. Each
 * leaves it at work.
 */
final class FaultyCentre implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static volatile FaultyCentre shared;

    private final CatgemServer server;
    private MailGate gate;

    private FaultyCentre(CatgemServer server) {
        this.server = server;
    }

    /** Started by the first class that asks, stopped after the last. */
    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            shared = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(FaultyCentre.class))
                    .getOrComputeIfAbsent(FaultyCentre.class, key -> start(), FaultyCentre.class);
        }
    }

    static FaultyCentre centre() {
        return shared;
    }

    private static FaultyCentre start() {
        try {
            return open(RunningCentre.another("faults"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The centre for the fault tests did not start", e);
        }
    }

    private static FaultyCentre open(CatgemServer server) throws IOException, InterruptedException {
        FaultyCentre centre = new FaultyCentre(server);
        try {
            server.start();
            server.mail().close();
            centre.gate = MailGate.open(server.settings().ports(), server.mail().centrePassword());
            centre.deployDriver();
            return centre;
        } catch (IOException | InterruptedException | RuntimeException e) {
            centre.close();
            throw e;
        }
    }

    CatgemServer server() {
        return server;
    }

    ApiClient program() {
        return ApiClient.of(server.address(), "integracion");
    }

    URI driver() {
        return server.address().resolve("/catgem-driver/act");
    }

    long linesOfLog() throws IOException {
        Path log = server.settings().data().resolve("server").resolve("log").resolve("server.log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }

    Connection connect() throws SQLException {
        return server.database().connect();
    }

    /** The centre's mail server. */
    MailGate gate() {
        return gate;
    }

    /** As a power cut of the application's machine. */
    void kill() throws InterruptedException {
        server.killApplication();
    }

    /** The machine's return. */
    void restart() throws IOException, InterruptedException {
        server.startApplication();
        deployDriver();
    }

    List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    int number(String sql) throws SQLException {
        return Integer.parseInt(column(sql).get(0));
    }

    List<String> findings() throws SQLException {
        try (Connection connection = connect()) {
            return AccountingOracle.findings(connection);
        }
    }

    /** A condition that the centre reaches by itself, sooner or later. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws SQLException, IOException, InterruptedException;
    }

    void await(String what, Condition condition) throws SQLException, IOException, InterruptedException {
        await(what, PATIENCE, condition);
    }

    void await(String what, Duration patience, Condition condition)
            throws SQLException, IOException, InterruptedException {
        Instant limit = Instant.now().plus(patience);
        while (!condition.holds()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not after " + patience.toSeconds() + " s: " + what + "; contacts are "
                        + column("select state || ' ' || count(*) from contact group by state"));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void deployDriver() throws IOException, InterruptedException {
        Path deployments = server.settings().data().resolve("server").resolve("deployments");
        Path archive = deployments.resolve("catgem-driver.war");
        driverArchive().as(ZipExporter.class).exportTo(archive.toFile(), true);
        Files.writeString(deployments.resolve("catgem-driver.war.dodeploy"), "");
        Instant limit = Instant.now().plus(PATIENCE);
        while (!Files.exists(deployments.resolve("catgem-driver.war.deployed"))) {
            if (Files.exists(deployments.resolve("catgem-driver.war.failed"))
                    || Instant.now().isAfter(limit)) {
                throw new IOException("the test's driver did not deploy; see the server's log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static WebArchive driverArchive() {
        return ShrinkWrap.create(WebArchive.class, "catgem-driver.war")
                .addClass(AdvisorServlet.class)
                .addAsWebInfResource(
                        new StringAsset(
                                """
                                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                                  <login-config><auth-method>BASIC</auth-method></login-config>
                                  <security-role><role-name>advisor</role-name></security-role>
                                </web-app>
                                """),
                        "web.xml")
                .addAsWebInfResource(
                        new StringAsset(
                                """
                                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                                  <deployment>
                                    <dependencies>
                                      <module name="deployment.catgem.ear"/>
                                      <module name="deployment.catgem.ear.catgem-ejb.jar"/>
                                    </dependencies>
                                  </deployment>
                                </jboss-deployment-structure>
                                """),
                        "jboss-deployment-structure.xml");
    }

    @Override
    public void close() throws IOException {
        if (gate != null) {
            gate.close();
        }
        server.close();
    }
}
