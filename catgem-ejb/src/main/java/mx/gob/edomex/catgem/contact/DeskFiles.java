package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** The files of a contact, for the advisor who has it. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class DeskFiles {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Attachments attachments;

    @Inject
    CurrentStaff staff;

    /** Empty when there is no such file in a contact that is the caller's and not closed yet. */
    public Optional<Attachments.Content> file(UUID id) {
        boolean mine = Sql.on(
                        entities,
                        """
                        select 1 from attachment a join contact c on c.id = a.contact_id
                        where a.id = :id and c.advisor = :me and c.closed_at is null and c.state <> 'OFFERED'
                        """)
                .set("id", id)
                .set("me", staff.username())
                .exists();
        return mine ? attachments.find(id) : Optional.empty();
    }
}
