package mx.gob.edomex.catgem.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/** The stretch of a contact with one advisor, from connect until it is closed or taken away; it holds its points. */
@Entity
@Table(name = "leg")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class Leg {

    /** A contact's legs are numbered from 1. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "contact_id")
        private UUID contact;

        private int number;

        protected Key() {}

        Key(ContactId contact, int number) {
            this.contact = contact.value();
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.contact.equals(contact) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(contact, number);
        }
    }

    @EmbeddedId
    private Key key;

    private String advisor;
    private int points;

    @Column(name = "connected_at")
    private Instant connectedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "quiet_since")
    private Instant quietSince;

    @Column(name = "end_reason")
    private String endReason;

    protected Leg() {}

    Leg(ContactId contact, int number, String advisor, int points, Instant now) {
        this.key = new Key(contact, number);
        this.advisor = advisor;
        this.points = points;
        this.connectedAt = now;
    }

    String advisor() {
        return advisor;
    }

    boolean isQuiet() {
        return quietSince != null;
    }

    /** From now on the leg weighs nothing. @return the points to give back */
    int quieten(Instant now) {
        quietSince = now;
        return points;
    }

    /** @return the points to hold again by {@link #wake} */
    int points() {
        return points;
    }

    void wake() {
        quietSince = null;
    }

    /** @return the points to give back */
    int end(String reason, Instant now) {
        endedAt = now;
        endReason = reason;
        return isQuiet() ? 0 : points;
    }
}
