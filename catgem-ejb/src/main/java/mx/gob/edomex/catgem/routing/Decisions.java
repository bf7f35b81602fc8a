package mx.gob.edomex.catgem.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads why contacts were offered to whom they were. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class Decisions {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    /** Why the caller was asked; empty when the offer is another's or was not made by the matcher. */
    @RolesAllowed(Roles.ADVISOR)
    public Optional<Explanation> ofOwnOffer(OfferId offer) {
        return Sql.on(
                        entities,
                        """
                        select cast(decision as text) as decision from offer
                        where id = :id and advisor = :me and decision is not null
                        """)
                .set("id", offer)
                .set("me", staff.username())
                .first(row -> ExplanationJson.read(row.text("decision")));
    }

    /** Why each offer of the contact was made, by the offer's number; those a person made have no explanation. */
    public Map<Integer, Explanation> ofContact(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select number, cast(decision as text) as decision from offer
                        where contact_id = :contact and decision is not null
                        """)
                .set("contact", contact)
                .list(row -> Map.entry(row.number("number"), ExplanationJson.read(row.text("decision"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names to show for user names. */
    public Map<String, String> names(List<String> usernames) {
        return usernames.isEmpty()
                ? Map.of()
                : Sql.on(entities, "select username, display_name from app_user where username in (:usernames)")
                        .set("usernames", usernames)
                        .list(row -> Map.entry(row.text("username"), row.text("display_name")))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
