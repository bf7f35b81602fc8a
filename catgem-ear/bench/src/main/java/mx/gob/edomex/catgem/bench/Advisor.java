package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sits at a desk: takes what is offered, looks the answer up, answers each question, closes after the last. */
final class Advisor {
    private static final Pattern OFFER = Pattern.compile("data-offer=\"([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("data-act=\"insert\" data-version=\"([^\"]+)\"");
    private static final Pattern UNREAD =
            Pattern.compile("data-key=\"([0-9a-f-]{36})\"(?:(?!data-key)[\\s\\S])*data-unread");

    private final Desk desk;
    private final Plan plan;
    private final Sightings sightings;
    private final Figures figures;
    private final CountDownLatch everyoneIsReady;
    private final Set<String> noticed = new HashSet<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private long readySince;

    /** @param everyoneIsReady nobody accepts before, so that at the start each advisor is offered exactly one contact */
    Advisor(Desk desk, Plan plan, Sightings sightings, Figures figures, CountDownLatch everyoneIsReady) {
        this.desk = desk;
        this.plan = plan;
        this.sightings = sightings;
        this.figures = figures;
        this.everyoneIsReady = everyoneIsReady;
    }

    /** @param expectsOffer whether a contact waits for this advisor, so that the time until the offer means something */
    void becomeAvailable(boolean expectsOffer) {
        desk.later(0, due -> {
            readySince = expectsOffer ? due : 0;
            desk.act(due, "presence", Map.of("presence", "AVAILABLE", "reason", ""));
        });
    }

    /** The page has changed: what is new on it is acted upon after a moment. */
    void look(Set<String> updated) {
        if (updated.contains("offer")) {
            lookAtOffer();
        }
        if (updated.contains("talk")) {
            lookAtTalk();
        }
        if (updated.contains("contacts")) {
            lookAtContacts();
        }
    }

    private void lookAtOffer() {
        String fragment = desk.page().fragment("offer");
        Matcher offer = OFFER.matcher(fragment);
        if (!offer.find() || !noticed.add(offer.group(1))) {
            return;
        }
        if (readySince != 0) {
            figures.took("offer.after_ready", readySince);
            readySince = 0;
        }
        Matcher mark = Sightings.marksIn(fragment);
        if (mark.find()) {
            sightings.seen(mark.group(), "offer.after_arrival");
        }
        String id = offer.group(1);
        desk.later(plan.pause() / 2, due -> accept(due, id));
    }

    private void accept(long due, String offer) throws IOException, InterruptedException {
        if (everyoneIsReady.getCount() > 0) {
            desk.later(plan.pause() / 2, later -> accept(later, offer));
        } else if (desk.page().fragment("offer").contains(offer)) {
            desk.act(due, "accept", Map.of("offer", offer));
        }
    }

    private void lookAtTalk() {
        String contact = desk.page().openContact();
        Matcher mark = Sightings.marksIn(desk.page().fragment("talk"));
        String last = "";
        while (mark.find()) {
            last = mark.group();
            sightings.seen(last, "message.to_desk");
        }
        if (last.startsWith("Q") && noticed.add(last)) {
            desk.later(plan.pause(), due -> answer(due, contact));
        }
    }

    /** A contact in the list that is not the open one has something new: it is opened. */
    private void lookAtContacts() {
        Matcher unread = UNREAD.matcher(desk.page().fragment("contacts"));
        while (unread.find()) {
            String contact = unread.group(1);
            if (!contact.equals(desk.page().openContact()) && noticed.add("open " + contact)) {
                desk.later(0.5, due -> {
                    noticed.remove("open " + contact);
                    desk.act(due, "open", Map.of("contact", contact));
                });
            }
        }
    }

    private void answer(long due, String contact) throws IOException, InterruptedException {
        long since = due;
        if (!contact.equals(desk.page().openContact())) {
            desk.act(since, "open", Map.of("contact", contact));
            since = System.nanoTime();
        }
        int given = answers.merge(contact, 1, Integer::sum);
        if (given == 1) {
            desk.act(since, "search", Map.of("q", "acta nacimiento", "language", "ES"));
            Matcher version = VERSION.matcher(desk.page().fragment("found"));
            if (version.find()) {
                desk.act(System.nanoTime(), "consult", Map.of("version", version.group(1), "inhand", "yes"));
            }
            since = System.nanoTime();
        }
        String mark = sightings.answer();
        String text = "Para ese trámite lleve identificación oficial y CURP, de 9 a 17 h. " + mark;
        sightings.expect(mark, "message.to_citizen");
        desk.act(since, "send", Map.of("text", text, "key", UUID.randomUUID().toString(), "cc", ""));
        if (given >= plan.rounds()) {
            desk.later(plan.pause(), later -> close(later, contact));
        } else {
            // The next question is being typed over there; here the next answer is begun and saved.
            desk.later(plan.pause() / 2, later -> saveDraft(contact));
        }
    }

    private void saveDraft(String contact) throws IOException, InterruptedException {
        if (contact.equals(desk.page().openContact())) {
            desk.background("desk.draft", "draft", Map.of("text", "Además puede "));
        }
    }

    private void close(long due, String contact) throws IOException, InterruptedException {
        long since = due;
        if (!contact.equals(desk.page().openContact())) {
            desk.act(since, "open", Map.of("contact", contact));
            since = System.nanoTime();
        }
        desk.act(since, "refresh", Map.of("parts", "close-body steps"));
        desk.act(System.nanoTime(), "close", Map.of("disposition", "INFORMATION_GIVEN", "declared", "", "topic", ""));
    }
}
