package mx.gob.edomex.catgem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application as a newcomer or a monitor meets it from outside. */
@ExtendWith(RunningCentre.class)
class DeploymentIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theApplicationAnswers() throws Exception {
        assertThat(get(RunningCentre.address("login.xhtml"), null).statusCode()).isEqualTo(200);
    }

    @Test
    void theRootLeadsToTheApplication() throws Exception {
        HttpResponse<String> answer = get(RunningCentre.address("/"), null);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/catgem/");
    }

    @Test
    void theCentreIsHealthy() throws Exception {
        HttpResponse<String> health = get(RunningCentre.management("/health"), null);
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(health.body()).contains("\"database\":\"UP\"", "\"broker\":\"UP\"");
    }

    @Test
    void metricsOfTheMachineAreServed() throws Exception {
        assertThat(get(RunningCentre.management("/prometheus"), null).body()).contains("jvm_memory");
    }

    @Test
    void aPasswordInTheHeaderOpensThePagesOfItsRolesOnly() throws Exception {
        URI page = RunningCentre.address("queue.xhtml");
        assertThat(get(page, "supervisora:catgem-demo").statusCode()).isNotIn(401, 403);
        assertThat(get(page, "asesora01:catgem-demo").statusCode()).isEqualTo(403);
        assertThat(get(page, "supervisora:wrong").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(URI address, String account) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (account != null) {
            String credentials = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
