package mx.gob.edomex.catgem.tests.storm;

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
import mx.gob.edomex.catgem.tests.storm.driver.RecountServlet;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A small application beside the centre's, for what only its inside can do now and not at night. */
final class Driver {

    private static final String NAME = "catgem-driver.war";

    private Driver() {}

    static void deploy(Path deployments, Duration patience) throws IOException, InterruptedException {
        archive().as(ZipExporter.class).exportTo(deployments.resolve(NAME).toFile(), true);
        Files.writeString(deployments.resolve(NAME + ".dodeploy"), "");
        Instant limit = Instant.now().plus(patience);
        while (!Files.exists(deployments.resolve(NAME + ".deployed"))) {
            if (Files.exists(deployments.resolve(NAME + ".failed"))
                    || Instant.now().isAfter(limit)) {
                throw new HarnessFault("the test's driver did not deploy; see the server's log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    static List<String> recount(URI centre) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(centre.resolve("/catgem-driver/recount"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new HarnessFault("no recount: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().lines().toList();
    }

    private static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, NAME)
                .addClass(RecountServlet.class)
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
