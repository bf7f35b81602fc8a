package mx.gob.edomex.catgem.workforce;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/**
 * An advisor (asesora, asesor) at work. Presence is theirs to choose; points, 0 to 100, are held from an offer to the
 * end of after-call work and the database refuses any other value.
 */
@Entity
@Table(name = "advisor")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class Advisor {

    @Id
    private String username;

    @Enumerated(EnumType.STRING)
    private Presence presence;

    private String reason;
    private Instant since;

    @Enumerated(EnumType.STRING)
    @Column(name = "before_grace")
    private Presence beforeGrace;

    @Enumerated(EnumType.STRING)
    @Column(name = "next_presence")
    private Presence nextPresence;

    @Column(name = "next_reason")
    private String nextReason;

    private int points;
    private int misses;

    @Column(name = "last_contact_ended_at")
    private Instant lastContactEndedAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "grace_until")
    private Instant graceUntil;

    protected Advisor() {}

    public String username() {
        return username;
    }

    public Presence presence() {
        return presence;
    }

    Presence nextPresence() {
        return nextPresence;
    }

    String nextReason() {
        return nextReason;
    }

    /** Whether the desk has given no sign of life since then. */
    boolean unseenSince(Instant limit) {
        return lastSeenAt == null || lastSeenAt.isBefore(limit);
    }

    public String reason() {
        return reason;
    }

    public int points() {
        return points;
    }

    /** @return whether anything changed */
    boolean become(Presence wanted, String why, Instant now) {
        nextPresence = null;
        nextReason = null;
        if (presence == wanted && Objects.equals(reason, why)) {
            return false;
        }
        presence = wanted;
        reason = why;
        since = now;
        graceUntil = null;
        beforeGrace = null;
        if (wanted == Presence.AVAILABLE) {
            misses = 0;
        }
        return true;
    }

    void next(Presence wanted, String why) {
        nextPresence = wanted;
        nextReason = why;
    }

    /**
     * The desk's connection was lost; without a sign of life until then the contacts return to the queue. Reason and
     * next presence stay, for {@link #comeBack}.
     */
    void lose(Instant until, Instant now) {
        beforeGrace = presence;
        presence = Presence.GRACE;
        since = now;
        graceUntil = until;
    }

    /** The desk is there again, as it was before its grace; or as was chosen, when nothing is in hand any more. */
    void comeBack(Instant now) {
        presence = beforeGrace == null ? Presence.AVAILABLE : beforeGrace;
        beforeGrace = null;
        graceUntil = null;
        since = now;
        applyNext(now);
    }

    void seen(Instant now) {
        lastSeenAt = now;
    }

    /** Applies the presence remembered during a contact, once nothing is in hand any more; a lost desk stays lost. */
    boolean applyNext(Instant now) {
        return points == 0
                && nextPresence != null
                && presence != Presence.GRACE
                && become(nextPresence, nextReason, now);
    }

    void release(int held) {
        points -= held;
    }

    void hold(int wanted) {
        points += wanted;
    }

    boolean canHold(int wanted) {
        return presence == Presence.AVAILABLE && nextPresence == null && points + wanted <= 100;
    }

    /** Whether a contact that has been quiet can weigh again: also for an advisor who takes nothing new. */
    boolean canTakeUp(int wanted) {
        return (presence == Presence.AVAILABLE || presence == Presence.GRACE) && points + wanted <= 100;
    }

    /** Whether an interrupted contact, which never left the advisor's hands, can weigh again. */
    boolean canTakeBack(int wanted) {
        return presence != Presence.OFFLINE && points + wanted <= 100;
    }

    boolean isLeaving() {
        return nextPresence == Presence.OFFLINE;
    }

    void contactEnded(Instant now) {
        lastContactEndedAt = now;
        misses = 0;
    }

    /** @return whether the advisor is not responding any more */
    boolean missed(int allowed, Instant now) {
        misses++;
        // A desk in its grace stays there, or its contacts would have to wait for another one.
        return misses >= allowed && presence != Presence.GRACE && become(Presence.NOT_RESPONDING, null, now);
    }
}
