package mx.gob.edomex.catgem.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.shared.DeskSignal;

/** When the screens hear of offers. */
final class OfferSightings implements Consumer<DeskSignal> {

    private final Map<String, Long> byAdvisor = new HashMap<>();
    private final Map<String, Long> byContact = new HashMap<>();
    private int count;
    private long last;

    @Override
    public synchronized void accept(DeskSignal signal) {
        if (signal.kind() == DeskSignal.Kind.OFFER) {
            last = System.nanoTime();
            count++;
            byAdvisor.put(signal.username(), last);
            byContact.put(signal.contactId(), last);
            notifyAll();
        }
    }

    synchronized void clear() {
        byAdvisor.clear();
        byContact.clear();
        count = 0;
    }

    synchronized int count() {
        return count;
    }

    /** @return when the last of so many was seen, of {@link System#nanoTime}; fewer when the time is over */
    synchronized long all(int wanted, int seconds) throws InterruptedException {
        await(() -> count >= wanted, seconds);
        return last;
    }

    /** @return when the advisor was offered something, of {@link System#nanoTime} */
    synchronized long advisor(String username, int seconds) throws InterruptedException {
        return one(byAdvisor, username, seconds);
    }

    /** @return when the contact was offered to somebody, of {@link System#nanoTime} */
    synchronized long contact(String id, int seconds) throws InterruptedException {
        return one(byContact, id, seconds);
    }

    private synchronized long one(Map<String, Long> seen, String key, int seconds) throws InterruptedException {
        if (!await(() -> seen.containsKey(key), seconds)) {
            throw new IllegalStateException("no offer within " + seconds + " s: " + key);
        }
        return seen.get(key);
    }

    /** @return false when the time is over */
    private synchronized boolean await(BooleanSupplier seen, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!seen.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
