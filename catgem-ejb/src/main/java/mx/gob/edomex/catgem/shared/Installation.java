package mx.gob.edomex.catgem.shared;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** This centre: its mode, stamped for ever, and the time zone in which its days and shifts are counted. */
@Stateless
@PermitAll
public class Installation {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public CentreMode mode() {
        return Sql.on(entities, "select mode from installation")
                .first(row -> row.constant("mode", CentreMode.class))
                .orElseThrow();
    }

    /** Tells this centre from every other, for ever. */
    public UUID centreId() {
        return Sql.on(entities, "select centre_id from installation")
                .first(row -> row.uuid("centre_id"))
                .orElseThrow();
    }

    /** Days, months and shifts are local to this zone; instants are stored in UTC. */
    public ZoneId timeZone() {
        return Sql.on(entities, "select time_zone from installation")
                .first(row -> ZoneId.of(row.text("time_zone")))
                .orElseThrow();
    }

    /**
     * Codes of the procedures under which nothing may begin yet, since in production three named people have to sign each
     * first; empty in a try-out.
     */
    public SortedSet<String> unsignedProcedures() {
        return new TreeSet<>(Sql.on(entities, "select procedure_code from procedure_to_sign where blocks")
                .list(row -> row.text("procedure_code")));
    }
}
