package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Sql;

/** What anyone who holds a folio may know of its contact, and nothing else. */
@Stateless
@PermitAll
public class PublicFolios {

    /** The life cycle as a citizen sees it. */
    public enum State {
        WAITING,
        IN_ATTENTION,
        CLOSED
    }

    /** @param date local day of the centre on which the contact was opened or, when CLOSED, ended */
    public record Standing(State state, LocalDate date) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public Optional<Standing> find(Folio folio) {
        return Sql.on(
                        entities,
                        """
                        select case when c.closed_at is not null then 'CLOSED'
                                    when c.state in ('CREATED', 'IN_IVR', 'QUEUED', 'OFFERED', 'CALLBACK_SCHEDULED')
                                    then 'WAITING' else 'IN_ATTENTION' end as standing,
                               cast(cast(coalesce(c.closed_at, c.created_at) at time zone i.time_zone as date) as text)
                               as day
                        from contact c cross join installation i where c.folio = :folio
                        """)
                .set("folio", folio)
                .first(row -> new Standing(row.constant("standing", State.class), LocalDate.parse(row.text("day"))));
    }
}
