package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sql;

/** The log as it is stored, in pieces: each in a transaction of its own, because a long one would be in others' way. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LogRows {

    static final int PIECE = 16 * StoredNodes.WIDTH;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * A leaf as it is stored, and what it would be by the ledger now.
     *
     * @param computed null when the ledger no longer has its row
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    record Line(long index, long event, byte[] stored, byte[] computed) {}

    /** Of the leaves from there on. */
    public List<Line> lines(long from) {
        return Sql.on(
                        entities,
                        """
                        select l.idx, l.event_id, l.n, l.hash, e.id is not null as there, %s
                        from log_leaf l
                        left join event e on e.id = l.event_id
                        left join procedure_version v on v.id = e.version_id
                        where l.idx >= :from and l.idx < :until order by l.idx
                        """
                                .formatted(LedgerLeaf.COLUMNS))
                .set("from", from)
                .set("until", from + PIECE)
                .list(row -> new Line(
                        row.big("idx"),
                        row.big("event_id"),
                        row.bytes("hash"),
                        row.flag("there") ? LedgerLeaf.of(row).hash(row.numberOrNull("n")) : null));
    }

    /** Those of more leaves than the one and not more than the other. */
    public List<SignedNote> checkpoints(long after, long upto) {
        return Sql.on(entities, "select note from log_checkpoint where size > :after and size <= :upto order by size")
                .set("after", after)
                .set("upto", upto)
                .list(row -> SignedNote.parse(row.text("note")));
    }

    /** Stored root over a full tile of leaves. */
    public Optional<byte[]> node(long tile) {
        return Sql.on(entities, "select hash from log_node where level = 8 and idx = :tile")
                .set("tile", tile)
                .first(row -> row.bytes("hash"));
    }

    /** How many leaves there must be. */
    public long size() {
        return Sql.on(entities, "select size from log_state")
                .first(row -> row.big("size"))
                .orElse(-1L);
    }

    /** The first row of the ledger that should have been taken before that moment and was not. */
    public Optional<Long> forgotten(Instant before) {
        return Sql.on(
                        entities,
                        """
                        select e.id from event e
                        where e.recorded_at < :before and e.xact < pg_snapshot_xmin(pg_current_snapshot())
                          and not exists (select 1 from log_leaf l where l.event_id = e.id)
                        order by e.id limit 1
                        """)
                .set("before", before)
                .first(row -> row.big("id"));
    }
}
