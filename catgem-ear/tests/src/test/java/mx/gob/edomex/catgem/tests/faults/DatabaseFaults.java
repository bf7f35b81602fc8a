package mx.gob.edomex.catgem.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import mx.gob.edomex.catgem.tests.api.ApiClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The database is away with contacts waiting, offered and in progress: programs get a clear answer, mail waits in its
 * mailbox, and afterwards everything is there once. {@code -Dcatgem.faults.outage=N} sets the seconds.
 */
@ExtendWith(FaultyCentre.Shared.class)
class DatabaseFaults {

    private static final int OUTAGE_SECONDS = Integer.getInteger("catgem.faults.outage", 20);
    /** Some hundred are usual; a stack for each call that fails would be a hundred thousand a minute. */
    private static final int MOST_LINES = 2_000;

    private final FaultyCentre centre = FaultyCentre.centre();
    private Desks desks;

    @BeforeEach
    void start() throws Exception {
        desks = Desks.open(centre, "asesora01", "asesora02");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (desks != null) {
            desks.leave();
        }
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLost() throws Exception {
        try (Citizens citizens = new Citizens(centre.program(), "database")) {
            int mails = mails();
            citizens.handOver(10);
            centre.await("work is going on", () -> {
                desks.accept(1);
                return centre.number("select count(*) from contact where state = 'IN_PROGRESS'") >= 2;
            });
            Map<String, Instant> ages = centre.ages();

            int told = centre.log(1).size();
            centre.server().database().close();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OUTAGE_SECONDS);
            Mails.send(centre.server().settings().ports().smtp(), "fault-1", "Correo durante la falla");
            assertClearAnswers();
            citizens.keepComing();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
            Mails.send(centre.server().settings().ports().smtp(), "fault-2", "Otro correo durante la falla");
            told = centre.log(1).size() - told;
            centre.server().database().start();
            System.out.println("lines of log in " + OUTAGE_SECONDS + " s without database: " + told);
            assertThat(told)
                    .as("an outage is told, not every call that meets it")
                    .isLessThan(MOST_LINES);

            citizens.stop();
            citizens.repeatWhatWasNotAnswered();
            centre.await(
                    "both mails have become contacts",
                    () -> mails() == mails + 2 && centre.number("select count(*) from arrival where not opened") == 0);
            centre.await("the node is ready again", () -> readiness() == 200);
            assertThat(centre.findings()).isEmpty();
            assertThat(centre.ages()).containsAllEntriesOf(ages);
            assertThat(centre.number("select count(*) from contact c join arrival a on a.contact_id = c.id "
                            + "where a.external_id like 'database-%'"))
                    .isEqualTo(citizens.sent());
        }
        desks.workUntilNothingIsOpen();
        assertThat(centre.findings()).isEmpty();
    }

    private int mails() throws SQLException {
        return centre.number("select count(*) from contact where channel = 'EMAIL'");
    }

    private void assertClearAnswers() throws IOException, InterruptedException {
        ApiClient anyone = ApiClient.anonymous(centre.server().address());
        assertThat(anyone.get("health").status()).isEqualTo(503);
        assertThat(readiness()).isEqualTo(503);
        assertUnavailable(anyone.get("public/folios/" + Folio.next()));
        // Credentials still known from the cache, or not: the program is told to come back, never to sign in again.
        assertUnavailable(centre.program().hand("Durante la falla", "outage-probe"));
        assertUnavailable(centre.program().get("queue"));
        assertSignInSaysWhy();
    }

    /** Nothing is wrong with the password: neither an empty page nor the answer to a wrong one. */
    private void assertSignInSaysWhy() throws IOException, InterruptedException {
        HttpRequest form = HttpRequest.newBuilder(URI.create(centre.server().address() + "j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=supervisora&j_password=catgem-demo"))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(form, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("<h1", "id=\"login-away\"", "j_password")
                .doesNotContain("SQLException");
    }

    private int readiness() throws IOException, InterruptedException {
        int port = centre.server().settings().ports().management();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jdbc");
    }
}
