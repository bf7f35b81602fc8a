package mx.gob.edomex.catgem.launcher.traffic;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An advisor of the demonstration: accepts most of what is offered, answers by the procedure and closes; now and then
 * rejects or misses an offer, or loses the browser.
 */
final class RobotAdvisor {

    private static final System.Logger LOG = System.getLogger(RobotAdvisor.class.getName());
    private static final double LOOK_SECONDS = 10;

    /** Longer than the centre waits for a silent desk. */
    private static final double LOST_SECONDS = 75;

    private final Caller caller;
    private final ScheduledExecutorService threads;
    private final Random chance;
    private final Map<String, Work> works = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private boolean atWork;
    private long lostUntil;

    /** Where a contact stands. */
    private static final class Work {
        private int step;
        private long due;
    }

    RobotAdvisor(Caller caller, ScheduledExecutorService threads, Random chance) {
        this.caller = caller;
        this.threads = threads;
        this.chance = chance;
    }

    void start() {
        listen();
        var unused = threads.scheduleWithFixedDelay(
                this::look, chance.nextInt(4_000), (long) (LOOK_SECONDS * 1_000), TimeUnit.MILLISECONDS);
    }

    private void listen() {
        var unused = caller.listen("api/v1/desk/events", line -> {
                    if (line.equals("event: OFFER")) {
                        later(1 + Words.about(2, chance), this::look);
                    }
                })
                .whenComplete((end, failure) -> later(5, this::listen));
    }

    private synchronized void look() {
        if (System.nanoTime() < lostUntil) {
            return;
        }
        try {
            if (!atWork) {
                state("AVAILABLE");
                atWork = true;
            }
            JsonObject desk = caller.get("api/v1/desk");
            String presence = desk.getJsonObject("state").getString("presence");
            if (presence.equals("NOT_RESPONDING") || presence.equals("OFFLINE")) {
                atWork = false; // says so at the next look
            }
            for (JsonObject offer : desk.getJsonArray("offers").getValuesAs(JsonObject.class)) {
                decide(offer.getString("id"));
            }
            for (JsonObject contact : desk.getJsonArray("contacts").getValuesAs(JsonObject.class)) {
                work(contact);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "an advisor was refused: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(String offer) throws IOException, InterruptedException {
        double mood = chance.nextDouble();
        if (ignored.contains(offer)) {
            return;
        }
        if (mood < TrafficPlan.MISSED) {
            ignored.add(offer);
        } else if (mood < TrafficPlan.MISSED + TrafficPlan.REJECTED) {
            caller.send("POST", "api/v1/desk/offers/" + offer + "/reject", text("reason", "TECHNICAL_FAILURE"));
        } else {
            caller.send("POST", "api/v1/desk/offers/" + offer + "/accept", null);
            later(1, this::look);
        }
    }

    private void work(JsonObject contact) throws IOException, InterruptedException {
        String folio = contact.getString("folio");
        Work work = works.computeIfAbsent(folio, key -> new Work());
        if (System.nanoTime() < work.due) {
            return;
        }
        String path = "api/v1/desk/contacts/" + folio;
        boolean mail = contact.getString("channel").equals("EMAIL");
        switch (work.step++) {
            case 0 -> {
                caller.send("POST", path + "/steps", step("CLASSIFY", contact.getString("topic")));
                caller.send("POST", path + "/steps", step("COMPETENCE", null));
                wait(work, Words.about(TrafficPlan.ANSWER, chance));
            }
            case 1 -> {
                caller.send("POST", path + "/steps", step("CONSULT", null));
                caller.send(
                        "POST",
                        path + "/messages",
                        Json.createObjectBuilder()
                                .add("clientId", UUID.randomUUID().toString())
                                .add("text", Words.answer(chance))
                                .build());
                wait(work, mail ? 5 : 15 + Words.about(15, chance));
                if (chance.nextDouble() < TrafficPlan.BROWSER_LOST) {
                    lostUntil = System.nanoTime() + (long) (LOST_SECONDS * 1e9);
                    works.clear();
                }
            }
            default -> {
                if (!mail && chance.nextDouble() < TrafficPlan.CONFIRMED) {
                    caller.send("POST", path + "/steps", step("CONFIRM", null));
                }
                caller.send("POST", path + "/disposition", text("disposition", "INFORMATION_GIVEN"));
                works.remove(folio);
            }
        }
    }

    private void wait(Work work, double seconds) {
        work.due = System.nanoTime() + (long) (seconds * 1e9);
        later(seconds + 0.1, this::look);
    }

    private void state(String presence) throws IOException, InterruptedException {
        caller.send("PUT", "api/v1/desk/state", text("presence", presence));
    }

    private static JsonObject text(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject step(String act, String topic) {
        var body = Json.createObjectBuilder().add("act", act);
        return (topic == null ? body : body.add("topic", topic)).build();
    }

    private void later(double seconds, Runnable what) {
        if (!threads.isShutdown()) {
            var unused = threads.schedule(what, (long) (seconds * 1_000), TimeUnit.MILLISECONDS);
        }
    }
}
