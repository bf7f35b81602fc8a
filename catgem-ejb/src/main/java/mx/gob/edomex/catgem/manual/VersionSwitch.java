package mx.gob.edomex.catgem.manual;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Says in the rows and in the ledger that an authorised version has come into force (PCD-04). What begins is pinned to it
 * from its very moment, whether this has been said already or not.
 */
@Stateless
@PermitAll
public class VersionSwitch {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    DocumentSteps steps;

    @Inject
    Clock clock;

    /** Authorised versions whose moment has come. */
    public List<UUID> due() {
        return Sql.on(entities, "select id from procedure_version where state = 'AUTHORISED' and in_force_from <= :now")
                .set("now", clock.instant())
                .list(row -> row.uuid("id"));
    }

    /** The version in force until then is obsolete from the same moment; does nothing when another node was faster. */
    public void enter(UUID id) {
        boolean due = Sql.on(
                        entities,
                        """
                        select id from procedure_version where id = :id and state = 'AUTHORISED' and in_force_from <= :now
                        for update
                        """)
                .set("id", id)
                .set("now", clock.instant())
                .exists();
        if (!due) {
            return;
        }
        Sql.on(
                        entities,
                        """
                        update procedure_version o set state = 'OBSOLETE', in_force_to = n.in_force_from
                        from procedure_version n
                        where n.id = :id and o.procedure_code = n.procedure_code and o.state = 'IN_FORCE'
                        """)
                .set("id", id)
                .update();
        String text = Sql.on(
                        entities,
                        """
                        update procedure_version set state = 'IN_FORCE' where id = :id
                        returning encode(sha256, 'hex') as text
                        """)
                .set("id", id)
                .first(row -> row.text("text"))
                .orElseThrow();
        steps.inForce(id, text);
    }
}
