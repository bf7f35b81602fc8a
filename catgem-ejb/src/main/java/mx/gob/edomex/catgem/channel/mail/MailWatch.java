package mx.gob.edomex.catgem.channel.mail;

import io.micrometer.core.instrument.MeterRegistry;
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
    MeterRegistry registry;

    @Inject
    Clock clock;

    private final Map<Side, Instant> missingSince = new EnumMap<>(Side.class);
    private final Set<Side> settled = EnumSet.noneOf(Side.class);

    /** The server answered. */
    public synchronized void reached(Side side) {
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

    /** A mail was taken from the mailbox. */
    public void countIn() {
        registry.counter("catgem_mails_in").increment();
    }

    /** The server accepted a mail of ours. */
    public void countOut() {
        registry.counter("catgem_mails_out").increment();
    }
}
