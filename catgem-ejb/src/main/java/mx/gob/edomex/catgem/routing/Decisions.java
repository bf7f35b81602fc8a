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
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
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

    /**
     * One decision as it is on record.
     *
     * @param basis what it was made on; null for decisions of versions that did not keep it
     * @param event number of the event that says it was offered
     * @param transaction number of the transaction that offered it
     */
    public record Kept(Explanation why, DecisionBasis basis, long event, String transaction) {}

    /** Why the offer of that number was made; empty when there is none, or a person made it. */
    public Optional<Kept> one(Folio folio, int number) {
        return Sql.on(
                        entities,
                        """
                        select cast(o.decision as text) as decision, cast(e.id as text) as event, cast(e.xact as text) as xact
                        from offer o join contact c on c.id = o.contact_id
                        join event e on e.contact_id = o.contact_id and e.kind = 'STATE' and e.code = 'OFFERED'
                          and e.refs ->> 'offer' = cast(o.id as text)
                        where c.folio = :folio and o.number = :number and o.decision is not null
                        """)
                .set("folio", folio)
                .set("number", number)
                .first(row -> new Kept(
                        ExplanationJson.read(row.text("decision")),
                        DecisionBasis.read(row.text("decision")).orElse(null),
                        Long.parseLong(row.text("event")),
                        row.text("xact")));
    }

    /** Of the folio of a decision that there is. */
    public ContactId contactOf(Folio folio) {
        return Sql.on(entities, "select id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> row.contact("id"))
                .orElseThrow();
    }

    /** What was given to an advisor, and whether or not it came to be an offer. */
    public record Given(String advisor, ServiceClass serviceClass) {}

    /** What had been decided at the same look before that decision, in order. */
    public List<Given> before(Kept decision) {
        return Sql.on(
                        entities,
                        """
                        select advisor, class from (
                          select o.advisor, o.decision -> 'basis' ->> 'class' as class,
                                 cast(o.decision -> 'basis' ->> 'place' as int) as place
                          from event e join offer o on o.id = cast(e.refs ->> 'offer' as uuid)
                          where e.xact = cast(:transaction as xid8) and e.kind = 'STATE' and e.code = 'OFFERED'
                          union all
                          select e.refs ->> 'advisor', e.refs ->> 'class', cast(e.refs ->> 'place' as int) from event e
                          where e.xact = cast(:transaction as xid8) and e.code = 'OFFER_NOT_MADE') given
                        where place < :place order by place
                        """)
                .set("transaction", decision.transaction())
                .set("place", decision.basis().place())
                .list(row -> new Given(row.text("advisor"), ServiceClass.of(row.text("class"))));
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
