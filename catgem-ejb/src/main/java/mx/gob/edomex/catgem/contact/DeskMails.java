package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Mails as their senders laid them out, for the advisor who has the contact. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class DeskMails {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Conversations conversations;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * The cleaned HTML of a mail whose remote images are about to be loaded, which tells its sender that somebody
     * reads: so it is on record. Empty when the mail is not the caller's, has no HTML or has something covered.
     */
    public Optional<String> withImages(UUID message) {
        return Sql.on(
                        entities,
                        """
                        select c.id from message m join contact c on c.id = m.contact_id
                        where m.id = :message and c.advisor = :me and c.closed_at is null and c.state <> 'OFFERED'
                        """)
                .set("message", message)
                .set("me", staff.username())
                .first(row -> row.contact("id"))
                .flatMap(contact -> conversations.all(contact).stream()
                        .filter(one -> one.id().equals(message) && !one.sensitive())
                        .map(one -> Optional.ofNullable(one.withoutCovered().html()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(html -> {
                            ledger.fact(
                                    contact,
                                    "REMOTE_IMAGES_SHOWN",
                                    Actor.advisor(staff.username()),
                                    clock.instant(),
                                    null,
                                    Map.of("message", message.toString()));
                            return html;
                        }));
    }
}
