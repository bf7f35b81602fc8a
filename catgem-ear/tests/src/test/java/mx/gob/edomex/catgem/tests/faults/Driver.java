package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.ApplicationServer;
import mx.gob.edomex.catgem.tests.faults.driver.AdvisorServlet;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A small application beside the centre's, for what no interface of the centre offers to a test. */
public final class Driver {

    private static final String NAME = "catgem-driver.war";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Driver() {}

    /** Returns when it answers. */
    public static void deploy(ApplicationServer node) throws IOException, InterruptedException {
        Path deployments = node.base().resolve("deployments");
        archive().as(ZipExporter.class).exportTo(deployments.resolve(NAME).toFile(), true);
        Files.writeString(deployments.resolve(NAME + ".dodeploy"), "");
        Instant limit = Instant.now().plus(PATIENCE);
        while (!Files.exists(deployments.resolve(NAME + ".deployed"))) {
            if (Files.exists(deployments.resolve(NAME + ".failed"))
                    || Instant.now().isAfter(limit)) {
                throw new IOException("the test's driver did not deploy; see the server's log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Figures of today and yesterday that a recount from the raw events does not find as they are shown. */
    public static List<String> recount(ApplicationServer node) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(place(node, "recount")).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no recount: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().lines().toList();
    }

    static URI place(ApplicationServer node, String servlet) {
        return node.address().resolve("/catgem-driver/" + servlet);
    }

    private static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, NAME)
                .addPackage(AdvisorServlet.class.getPackage())
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
}
