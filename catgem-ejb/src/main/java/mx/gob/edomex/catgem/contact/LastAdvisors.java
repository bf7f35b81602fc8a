package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.WaitingContact.Preferred;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.Staffing;

/** Who attended a citizen or a matter last and is asked first when they are heard of again (ROUTING, affinity). */
@ApplicationScoped
public class LastAdvisors {

    /** How long a contact may wait for the advisor who knows it, where the rules do not say. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A matter heard of again within it is the same matter, as in first-contact resolution. */
    private static final Duration MEMORY = Duration.ofDays(7);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Staffing staffing;

    @Inject
    Clock clock;

    private record Last(String advisor, boolean sameMatter) {}

    /** For a new contact: for 15 s; a mail on the same matter until the end of that advisor's shift. */
    Optional<Preferred> of(Contact contact) {
        Instant now = clock.instant();
        return Sql.on(
                        entities,
                        """
                        select l.advisor, p.matter_id = :matter as same_matter
                        from contact p join leg l on l.contact_id = p.id
                        where (p.matter_id = :matter or p.subject_id = :subject) and p.id <> :id and l.connected_at > :since
                        order by l.connected_at desc limit 1
                        """)
                .set("matter", contact.matter())
                .set("subject", contact.subject())
                .set("id", contact.id())
                .set("since", now.minus(MEMORY))
                .first(row -> new Last(row.text("advisor"), row.flag("same_matter")))
                .map(last -> new Preferred(last.advisor(), until(contact, last, now)));
    }

    private Instant until(Contact contact, Last last, Instant now) {
        Instant soon = now.plus(patience());
        return contact.channel() == Channel.EMAIL && last.sameMatter()
                ? staffing.shiftEnd(last.advisor(), now).filter(soon::isBefore).orElse(soon)
                : soon;
    }

    Duration patience() {
        return Sql.on(
                        entities,
                        """
                        select cast(rules ->> 'affinitySeconds' as int) as seconds from rule_in_force
                        where rules ->> 'affinitySeconds' is not null
                        """)
                .first(row -> Duration.ofSeconds(row.number("seconds")))
                .orElse(PATIENCE);
    }
}
