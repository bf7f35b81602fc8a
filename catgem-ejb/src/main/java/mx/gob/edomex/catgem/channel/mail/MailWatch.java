package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import mx.gob.edomex.catgem.shared.Alerts;

/** Watches over both directions on this node and raises the alarm well before five minutes of silence. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MailWatch {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A direction, with the alert it raises when it stands still. */
    public enum Side {
        MAILBOX("MAILBOX_UNREACHABLE"),
        SENDER("MAIL_SENDER_STOPPED");

        private final String alert;

        Side(String alert) {
            this.alert = alert;
        }

        String alert() {
            return alert;
        }
    }

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    private final Map<Side, Instant> lastReached = new EnumMap<>(Side.class);
    private final Map<Side, Instant> missingSince = new EnumMap<>(Side.class);
    private final Set<Side> settled = EnumSet.noneOf(Side.class);
    private final AtomicLong in = new AtomicLong();
    private final AtomicLong out = new AtomicLong();

    /** The server answered. */
    public synchronized void reached(Side side) {
        lastReached.put(side, clock.instant());
        missingSince.remove(side);
        // Also once after a start: an alert may be left from the life before.
        if (settled.add(side)) {
            alerts.end(side.alert(), null);
        }
    }

    /** The server did not answer. */
    public synchronized void missed(Side side) {
        Instant since = missingSince.computeIfAbsent(side, key -> clock.instant());
        if (since.plus(PATIENCE).compareTo(clock.instant()) <= 0) {
            raise(side);
        }
    }

    /** Work waits although the server may well answer. */
    public synchronized void raise(Side side) {
        settled.remove(side);
        alerts.raise(side.alert(), Alerts.Severity.CRITICAL, null, null, null);
    }

    /** Since when the server has not answered; empty while it does. */
    public synchronized Optional<Instant> missingSince(Side side) {
        return Optional.ofNullable(missingSince.get(side));
    }

    /** When it answered last; empty on a node that never asked. */
    public synchronized Optional<Instant> lastReached(Side side) {
        return Optional.ofNullable(lastReached.get(side));
    }

    public void countIn() {
        in.incrementAndGet();
    }

    public void countOut() {
        out.incrementAndGet();
    }

    /** Mails taken from the mailbox by this node since it started. */
    public long in() {
        return in.get();
    }

    /** Mails that the server accepted from this node since it started. */
    public long out() {
        return out.get();
    }
}
