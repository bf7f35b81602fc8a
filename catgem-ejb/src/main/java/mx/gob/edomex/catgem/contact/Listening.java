package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Reading a contact in silence while it goes on (SCREENS: "listen or read silently, coach"). Neither the citizen nor the
 * advisor sees that somebody does; the ledger does, once a stretch of looks, and {@code listening} holds how long it was.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class Listening {

    /** In the ledger; advisors do not find it in the folios they attended. */
    static final String EVENT = "LISTENED_TO";

    /** A page asks every few seconds: who has not asked for longer than this has left, and comes anew. */
    static final Duration STRETCH = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ContactReading reading;

    @Inject
    FolioReading folios;

    @Inject
    RaisedHands hands;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * What is said in a contact.
     *
     * @param goesOn whether it is in an advisor's hands; when it is not, nothing was read and nothing is in the lists
     * @param conversation what citizen and advisor wrote, without what was marked sensitive
     * @param hands what advisor and coordinators told each other
     */
    public record Heard(
            ContactLine contact,
            boolean goesOn,
            List<ConversationMessage> conversation,
            List<RaisedHands.Hand> hands) {}

    /**
     * Reads the contact as it is now and puts the look on record.
     *
     * @throws ContactUnknown when there is no such folio
     */
    public Heard look(Folio folio, Language language) {
        ContactLine line = ContactSearch.of(folio, null)
                .on(entities, ContactReading.LINE, "")
                .first(row -> reading.line(row, language, false))
                .orElseThrow(() -> new ContactUnknown(folio.value()));
        ContactId id = new ContactId(line.id());
        if (!ContactState.valueOf(line.state()).isInHand()) {
            return new Heard(line, false, List.of(), List.of());
        }
        record(id, clock.instant());
        return new Heard(line, true, folios.conversation(id, false), hands.exchanged(id));
    }

    private void record(ContactId id, Instant now) {
        int goesOn = Sql.on(
                        entities,
                        """
                        update listening set looked_at = :now
                        where contact_id = :contact and staff = :me and looked_at > :limit
                        """)
                .set("now", now)
                .set("limit", now.minus(STRETCH))
                .set("contact", id)
                .set("me", staff.username())
                .update();
        if (goesOn > 0) {
            return;
        }
        Sql.on(
                        entities,
                        "insert into listening (contact_id, staff, begun_at, looked_at) values (:contact, :me, :now, :now)")
                .set("contact", id)
                .set("me", staff.username())
                .set("now", now)
                .update();
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        ledger.fact(id, EVENT, new Actor(staff.username(), role, Source.SCREEN), now, null, Map.of());
    }
}
