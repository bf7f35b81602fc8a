package mx.gob.edomex.catgem.shared;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * One owner at a time for a duty of the centre (matcher, mailbox, log sequencer, PBX), by a row with an expiry and an
 * epoch, on the database's clock. Whoever holds an older epoch is fenced: {@link #isHeld} says no.
 */
@Stateless
@PermitAll
public class Leases {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * Takes the lease when free or expired, or renews it when the owner already has it. One that ran out and that nobody
     * took meanwhile is still the owner's, with its epoch: a node that was slow for a moment need not begin again.
     *
     * @param owner one start of one node, never used again by another
     * @return the epoch held, or empty while another owner holds the lease
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public OptionalLong acquire(String name, String owner, Duration length) {
        return Sql.on(
                        entities,
                        """
                        insert into lease as l (name, owner, epoch, expires_at)
                        values (:name, :owner, 1, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (name) do update set
                          epoch = case when l.owner = excluded.owner then l.epoch else l.epoch + 1 end,
                          owner = excluded.owner, expires_at = excluded.expires_at
                        where l.owner = excluded.owner or l.expires_at <= clock_timestamp()
                        returning epoch
                        """)
                .set("name", name)
                .set("owner", owner)
                .set("seconds", length.toMillis() / 1000.0)
                .first(row -> OptionalLong.of(row.big("epoch")))
                .orElse(OptionalLong.empty());
    }

    /** Within the caller's transaction: is this epoch still the one in force? Locks the row against a change. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean isHeld(String name, long epoch) {
        return Sql.on(
                        entities,
                        """
                        select epoch from lease
                        where name = :name and epoch = :epoch and expires_at > clock_timestamp() for share
                        """)
                .set("name", name)
                .set("epoch", epoch)
                .exists();
    }

    /** Whether any owner holds the lease now. */
    public boolean isAnyoneHolding(String name) {
        return Sql.on(entities, "select 1 from lease where name = :name and expires_at > clock_timestamp()")
                .set("name", name)
                .exists();
    }

    /** Gives the lease back at once, so that a standby need not wait for its expiry. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void release(String name, String owner) {
        Sql.on(entities, "update lease set expires_at = clock_timestamp() where name = :name and owner = :owner")
                .set("name", name)
                .set("owner", owner)
                .update();
    }
}
