package mx.gob.edomex.catgem.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;

/** One contact held out to one advisor for a limited time; live until it has an outcome. */
@Entity
@Table(name = "offer")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
public class Offer {

    @Id
    private UUID id;

    @Column(name = "contact_id")
    private UUID contact;

    private int number;
    private int epoch;
    private String advisor;
    private int points;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private OfferOutcome outcome;

    private String reason;

    protected Offer() {}

    Offer(OfferId id, Contact contact, String advisor, int points, Instant madeAt, Instant expiresAt) {
        this.id = id.value();
        this.contact = contact.id().value();
        this.number = contact.offerNumber();
        this.epoch = contact.epoch();
        this.advisor = advisor;
        this.points = points;
        this.madeAt = madeAt;
        this.expiresAt = expiresAt;
    }

    OfferId id() {
        return new OfferId(id);
    }

    ContactId contact() {
        return new ContactId(contact);
    }

    String advisor() {
        return advisor;
    }

    int points() {
        return points;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isLive() {
        return outcome == null;
    }

    void end(OfferOutcome how, String why, Instant now) {
        if (!isLive()) {
            throw new OfferGone(id());
        }
        outcome = how;
        reason = why;
        endedAt = now;
    }
}
