package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/**
 * Looks for silent chats every minute, on every node. Silence counts only while the centre itself could be reached:
 * after an outage everybody gets the whole time again.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SilentChatsTimer {

    private static final Duration OUTAGE = Duration.ofMinutes(3);

    @Inject
    Beat beat;

    @Inject
    SilentChats silentChats;

    @Inject
    Clock clock;

    private final Rounds rounds = new Rounds(SilentChatsTimer.class, "silent chats are not ended");
    private Instant reachableSince;
    private Instant lastLook;

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(60), this::look);
    }

    void look() {
        rounds.run(this::round);
    }

    private void round() {
        Instant now = clock.instant();
        if (lastLook == null || Duration.between(lastLook, now).compareTo(OUTAGE) > 0) {
            reachableSince = now;
        }
        if (Duration.between(reachableSince, now).compareTo(ChatPolicy.SILENCE) > 0) {
            Instant before = now.minus(ChatPolicy.SILENCE);
            rounds.each(silentChats.since(before), contact -> silentChats.end(contact, before));
        }
        rounds.each(silentChats.leftOpen(), silentChats::remind);
        // Set last: a look that failed, the database being away, does not count.
        lastLook = now;
    }
}
