package mx.gob.edomex.catgem.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.web.shell.Buckets;

/**
 * How fast one citizen, and one address, may go. An address is generous: behind one may be a whole mobile network.
 * A citizen may catch up on what was written without a network, sixty at once.
 */
@ApplicationScoped
public class ChatLimits {

    private static final int MAX_SOCKETS = 5_000;

    private final Buckets starts = new Buckets(60, 1, System::nanoTime);
    private final Buckets messages = new Buckets(60, 2, System::nanoTime);
    private final Buckets requests = new Buckets(120, 6, System::nanoTime);
    private final Buckets links = new Buckets(60, 0.5, System::nanoTime);
    private final AtomicInteger sockets = new AtomicInteger();

    boolean mayStart(String address) {
        return starts.take(address);
    }

    boolean mayWrite(ChatToken token) {
        return messages.take(token.value());
    }

    /** Everything else: polls, signs of typing, files fetched. */
    boolean mayAsk(ChatToken token) {
        return requests.take(token.value());
    }

    /** A survey's link, by address: hopeless for guessing one. */
    boolean mayAskByLink(String address) {
        return links.take(address);
    }

    /** @return false when this node has as many sockets as it takes; {@link #socketClosed} only after true */
    boolean mayConnect() {
        if (sockets.incrementAndGet() > MAX_SOCKETS) {
            sockets.decrementAndGet();
            return false;
        }
        return true;
    }

    void socketClosed() {
        sockets.decrementAndGet();
    }
}
