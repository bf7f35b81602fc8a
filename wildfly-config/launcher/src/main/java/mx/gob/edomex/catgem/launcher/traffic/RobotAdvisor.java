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
    private final Pace pace;
    private final Witness witness;
    private final Random chance;
    private final Map<String, Work> works = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private boolean atWork;
    private long lostUntil;

    /** Where a contact stands. */
    private static final class Work {
        private int step;
        private long due;
        private final String answer = UUID.randomUUID().toString();
    }

    RobotAdvisor(Caller caller, Pace pace, Witness witness, Random chance) {
        this.caller = caller;
        this.pace = pace;
        this.witness = witness;
        this.chance = chance;
    }

    void start() {
        listen();
        pace.later(chance.nextDouble() * 4, this::lookAgainAndAgain);
    }

    private void lookAgainAndAgain() {
        look();
        pace.later(LOOK_SECONDS, this::lookAgainAndAgain);
    }

    private void listen() {
        var unused = caller.listen("api/v1/desk/events", line -> {
                    if (line.equals("event: OFFER")) {
                        pace.after(1 + Words.about(2, chance), this::look);
                    }
                })
                .whenComplete((end, failure) -> pace.later(5, this::listen));
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
            witness.promised(Witness.Promise.ACCEPTED, offer);
            pace.after(1, this::look);
        }
    }

    private void work(JsonObject contact) throws IOException, InterruptedException {
        String folio = contact.getString("folio");
        Work work = works.computeIfAbsent(folio, key -> new Work());
        if (System.nanoTime() < work.due) {
            return;
        }
        try {
            step(work, folio, contact);
        } catch (Caller.Refused e) {
            if (e.status() >= 500) {
                throw e;
            }
            // Something else than it believed is the case; the desk says what.
            works.remove(folio);
        }
    }

    /** A step that got no answer is repeated at the next look. */
    private void step(Work work, String folio, JsonObject contact) throws IOException, InterruptedException {
        String path = "api/v1/desk/contacts/" + folio;
        boolean mail = contact.getString("channel").equals("EMAIL");
        switch (work.step) {
            case 0 -> {
                declare(path, step("CLASSIFY", contact.getString("topic")));
                declare(path, step("COMPETENCE", null));
                next(work, Words.about(TrafficPlan.ANSWER, chance));
            }
            case 1 -> {
                declare(path, step("CONSULT", null));
                caller.send(
                        "POST",
                        path + "/messages",
                        Json.createObjectBuilder()
                                .add("clientId", work.answer)
                                .add("text", Words.answer(chance))
                                .build());
                witness.promised(Witness.Promise.ANSWER, work.answer);
                next(work, mail ? 5 : 15 + Words.about(15, chance));
                if (chance.nextDouble() < TrafficPlan.BROWSER_LOST) {
                    lostUntil = System.nanoTime() + (long) (LOST_SECONDS * 1e9);
                    works.clear();
                }
            }
            default -> {
                if (!mail && chance.nextDouble() < TrafficPlan.CONFIRMED) {
                    declare(path, step("CONFIRM", null));
                }
                caller.send("POST", path + "/disposition", text("disposition", "INFORMATION_GIVEN"));
                witness.promised(Witness.Promise.CLOSED, folio);
                works.remove(folio);
            }
        }
    }

    /** A step that the procedure does not want now, or has already, is left out. */
    private void declare(String path, JsonObject step) throws IOException, InterruptedException {
        try {
            caller.send("POST", path + "/steps", step);
        } catch (Caller.Refused e) {
            if (e.status() >= 500 || e.status() == 404) {
                throw e;
            }
        }
    }

    private void next(Work work, double seconds) {
        work.step++;
        work.due = pace.nanosIn(seconds);
        pace.after(seconds + 0.1, this::look);
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
}
