package mx.gob.edomex.catgem.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows messages from the one who sends to the one who sees: each carries a mark that is looked for on the other side. */
final class Sightings {
    private static final Pattern MARK = Pattern.compile("[QA]-\\d{7}");

    private final Figures figures;
    private final AtomicInteger last = new AtomicInteger(1_000_000);
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    Sightings(Figures figures) {
        this.figures = figures;
    }

    private record Sent(String figure, long at) {}

    String question() {
        return "Q-" + last.incrementAndGet();
    }

    String answer() {
        return "A-" + last.incrementAndGet();
    }

    static Matcher marksIn(String text) {
        return MARK.matcher(text);
    }

    /** The clock of this mark runs from now, for the figure named. */
    void expect(String mark, String figure) {
        sent.put(mark + figure, new Sent(figure, System.nanoTime()));
    }

    /** The mark stands where the other side can read it; only the first time counts. */
    void seen(String mark, String figure) {
        Sent message = sent.remove(mark + figure);
        if (message != null) {
            figures.took(figure, message.at());
        }
    }
}
