package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.tests.api.ApiClient;

/** Advisors at work: their desks beat, and they accept, answer and close what the test tells them to. */
final class Desks {

    private final FaultyCentre centre;
    private final List<String> advisors;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    private Desks(FaultyCentre centre, List<String> advisors) {
        this.centre = centre;
        this.advisors = advisors;
    }

    /** Signs the advisors in; from now on their desks beat every four seconds, whatever becomes of the server. */
    static Desks open(FaultyCentre centre, String... advisors) throws IOException, InterruptedException {
        Desks desks = new Desks(centre, List.of(advisors));
        for (String advisor : advisors) {
            desks.act(advisor, "available", "");
        }
        var beats = desks.heart.scheduleWithFixedDelay(desks::beat, 4, 4, TimeUnit.SECONDS);
        assert !beats.isDone();
        return desks;
    }

    /** @return status: 204 done, 409 refused by a rule, 0 when the server does not answer */
    int act(String advisor, String what, String id) throws InterruptedException {
        byte[] pair = (advisor + ":" + ApiClient.PASSWORD).getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create(centre.driver() + "?do=" + what + "&id=" + id);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Accepts up to so many live offers; an offer that went away in between does not count. */
    int accept(int most) throws SQLException, InterruptedException {
        int accepted = 0;
        for (String offer : offers()) {
            String[] parts = offer.split(" ", 2);
            if (accepted < most && act(parts[1], "accept", parts[0]) == 204) {
                accepted++;
            }
        }
        return accepted;
    }

    /** Takes, answers and closes whatever comes, until nothing is open any more. */
    void workUntilNothingIsOpen() throws SQLException, IOException, InterruptedException {
        centre.await("everything is closed", Duration.ofMinutes(4), () -> {
            for (String advisor : advisors) {
                act(advisor, "available", "");
            }
            accept(Integer.MAX_VALUE);
            for (String mine : centre.column("select id || ' ' || advisor from contact where state in ('IN_PROGRESS',"
                    + " 'AFTER_CALL_WORK', 'WAITING_FOR_CITIZEN')")) {
                String[] parts = mine.split(" ", 2);
                act(parts[1], "answer", parts[0]);
                act(parts[1], "close", parts[0]);
            }
            return centre.number("select count(*) from contact where closed_at is null") == 0
                    && centre.number("select count(*) from arrival where not opened") == 0;
        });
    }

    private List<String> offers() throws SQLException {
        return centre.column("select id || ' ' || advisor from offer where outcome is null order by made_at");
    }

    private void beat() {
        try {
            for (String advisor : advisors) {
                act(advisor, "heartbeat", "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signs the advisors off. */
    void leave() throws InterruptedException {
        heart.shutdownNow();
        for (String advisor : advisors) {
            act(advisor, "offline", "");
        }
    }
}
