package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Sql;

/** The checkpoints of the log: signed one after another, each a continuation of the last, all kept. */
@Stateless
@PermitAll
public class Checkpoints {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Leases leases;

    @Inject
    LogKeys keys;

    @Inject
    Clock clock;

    NodeMemory memory = NodeMemory.ofThisNode();

    /**
     * Signs what the log is now, unless it has not grown since the last time.
     *
     * @param epoch of the sequencer's lease
     * @throws LogDamaged when the log does not continue what was signed, or what this node has seen
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<SignedNote> sign(long epoch) {
        if (!leases.isHeld(Sequencer.LEASE, epoch)) {
            return Optional.empty();
        }
        long size = Sql.on(entities, "select size from log_state for update")
                .first(row -> row.big("size"))
                .orElseThrow();
        Optional<SignedNote> last = last();
        if (size == 0 || last.filter(note -> Checkpoint.of(note).size() == size).isPresent()) {
            return Optional.empty();
        }
        MerkleTree tree = new MerkleTree(new StoredNodes(entities));
        Checkpoint next = new Checkpoint(keys.origin(), size, tree.root(size));
        last.ifPresent(before -> continues(before, next, tree, "checkpoint:"));
        memory.seen(next.origin()).ifPresent(before -> continues(before, next, tree, "memory:"));
        SigningKey key = keys.signer();
        keys.publish(key.verifier());
        SignedNote note = next.unsigned();
        SignedNote signed = note.and(key.sign(note));
        insert(signed, size, clock.instant());
        return Optional.of(signed);
    }

    private void insert(SignedNote signed, long size, Instant at) {
        Sql.on(entities, "insert into log_checkpoint (size, note, signed_at) values (:size, :note, :at)")
                .set("size", size)
                .set("note", signed.toString())
                .set("at", at)
                .update();
    }

    /** @throws LogDamaged at the earlier checkpoint when the later one does not continue it */
    static void continues(SignedNote earlier, Checkpoint later, MerkleTree tree, String place) {
        Checkpoint before = Checkpoint.of(earlier);
        if (before.size() > later.size()
                || !before.origin().equals(later.origin())
                || !MerkleTree.isConsistent(
                        before.size(),
                        before.root(),
                        later.size(),
                        later.root(),
                        tree.consistency(before.size(), later.size()))) {
            throw new LogDamaged(place + before.size());
        }
    }

    public Optional<SignedNote> last() {
        return select("order by size desc limit 1").first(this::cosigned);
    }

    /** The first that has the leaf in it. */
    public Optional<SignedNote> covering(long leaf) {
        return select("where size > :leaf order by size limit 1")
                .set("leaf", leaf)
                .first(this::cosigned);
    }

    /** The last one smaller than that. */
    public Optional<SignedNote> before(long size) {
        return select("where size < :size order by size desc limit 1")
                .set("size", size)
                .first(this::cosigned);
    }

    public Optional<SignedNote> at(long size) {
        return select("where size = :size").set("size", size).first(this::cosigned);
    }

    /** The newest that somebody else has signed too. */
    public Optional<SignedNote> lastWitnessed() {
        return select(
                        """
                        where exists (select 1 from log_cosignature s where s.size = c.size) order by size desc limit 1
                        """)
                .first(this::cosigned);
    }

    /** The last before a moment. */
    public Optional<SignedNote> signedBefore(Instant at) {
        return select("where signed_at < :at order by signed_at desc, size desc limit 1")
                .set("at", at)
                .first(this::cosigned);
    }

    /** The first after a moment. */
    public Optional<SignedNote> signedAfter(Instant at) {
        return select("where signed_at >= :at order by signed_at, size limit 1")
                .set("at", at)
                .first(this::cosigned);
    }

    private Sql select(String which) {
        return Sql.on(entities, "select c.size, c.note from log_checkpoint c " + which);
    }

    private SignedNote cosigned(Sql.Row row) {
        String lines = Sql.on(entities, "select line from log_cosignature where size = :size order by witness")
                .set("size", row.big("size"))
                .list(line -> line.text("line"))
                .stream()
                .reduce("", String::concat);
        return SignedNote.parse(row.text("note") + lines);
    }
}
