package mx.gob.edomex.catgem.tests.faults;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.tests.api.ApiClient;

/** Advisors who work by program: look every second at their desks, which is also their sign of life, whatever node answers. */
final class ApiAdvisors implements AutoCloseable {

    private static final Duration HANDLING = Duration.ofSeconds(3);

    private final List<Thread> people = new ArrayList<>();
    private final CountDownLatch begun;
    private volatile boolean atWork = true;
    private final Map<String, Instant> inHand = new ConcurrentHashMap<>();

    private ApiAdvisors(int people) {
        begun = new CountDownLatch(people);
    }

    /** From now on they take what is offered and close it after some seconds. */
    static ApiAdvisors begin(Cluster cluster, String... accounts) {
        ApiAdvisors advisors = new ApiAdvisors(accounts.length);
        for (String account : accounts) {
            ApiClient program = cluster.program(account);
            Thread person = new Thread(() -> advisors.work(program), account);
            person.start();
            advisors.people.add(person);
        }
        return advisors;
    }

    /** Waits until each has looked at their desk. */
    void haveBegun() throws InterruptedException {
        begun.await();
    }

    private void work(ApiClient program) {
        try {
            boolean first = true;
            while (atWork) {
                try {
                    look(program);
                    if (first) {
                        begun.countDown();
                        first = false;
                    }
                } catch (IOException | RuntimeException e) {
                    // A node or the broker is away, or the offer went to somebody else: looked at again.
                }
                TimeUnit.MILLISECONDS.sleep(1_000);
            }
            program.call("PUT", "desk/state", "application/json", "{\"presence\":\"OFFLINE\"}");
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ApiClient program) throws IOException, InterruptedException {
        JsonObject desk = program.get("desk").json();
        if (!desk.getJsonObject("state").getString("presence").equals("AVAILABLE")) {
            program.call("PUT", "desk/state", "application/json", "{\"presence\":\"AVAILABLE\"}");
        }
        for (JsonObject offer : desk.getJsonArray("offers").getValuesAs(JsonObject.class)) {
            program.post("desk/offers/" + offer.getString("id") + "/accept", "");
        }
        for (JsonObject contact : desk.getJsonArray("contacts").getValuesAs(JsonObject.class)) {
            String folio = contact.getString("folio");
            if (inHand.computeIfAbsent(folio, key -> Instant.now())
                    .plus(HANDLING)
                    .isBefore(Instant.now())) {
                program.post("desk/contacts/" + folio + "/disposition", "{\"disposition\":\"CITIZEN_LEFT\"}");
            }
        }
    }

    @Override
    public void close() {
        atWork = false;
        try {
            for (Thread person : people) {
                person.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
