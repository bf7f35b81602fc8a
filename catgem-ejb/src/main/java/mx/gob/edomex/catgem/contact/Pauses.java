package mx.gob.edomex.catgem.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a contact was interrupted and for how long: twice at most, which the database knows too. A pause counts
 * neither for the target nor for the advisor's answer (ROUTING, "Capacity").
 */
@Embeddable
class Pauses {

    /** How often one mail may be interrupted. */
    static final int MOST = 2;

    private int interruptions;

    @Column(name = "interrupted_since")
    private Instant since;

    @Column(name = "interrupted_seconds")
    private int seconds;

    @Column(name = "paused_seconds")
    private int notWaited;

    boolean isPaused() {
        return since != null;
    }

    boolean mayBegin() {
        return since == null && interruptions < MOST;
    }

    void begin(Instant now) {
        interruptions++;
        since = now;
    }

    void end(Instant now) {
        if (since != null) {
            long millis = Math.max(0, Duration.between(since, now).toMillis());
            int lasted = Math.toIntExact(Math.round(millis / 1000.0));
            seconds += lasted;
            notWaited += lasted;
            since = null;
        }
    }

    /** A stretch in which nobody waited for an advisor, as while a callback was parked. */
    void notWaiting(Duration parked) {
        notWaited += Math.toIntExact(Math.max(0, parked.toSeconds()));
    }
}
