package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sql;

/** Shows witnesses the newest checkpoint and keeps what they sign. */
@Stateless
@PermitAll
public class Witnessing {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Checkpoints checkpoints;

    @Inject
    LogKeys keys;

    @Inject
    Clock clock;

    /**
     * @return false when there was nothing new to sign
     * @throws LogDamaged when the witness remembers another log, or the checkpoint is not signed by a key of the log
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean show(Witness witness) {
        Optional<SignedNote> last = checkpoints.last();
        String origin = keys.origin();
        long seen = witness.seen(origin);
        if (last.isEmpty()) {
            if (seen > 0) {
                throw new LogDamaged("witness:" + seen);
            }
            return false;
        }
        SignedNote note = last.get();
        Checkpoint now = Checkpoint.of(note);
        if (keys.published().stream().noneMatch(key -> key.algorithm() == VerifierKey.LOG && key.hasSigned(note))) {
            throw new LogDamaged("checkpoint:" + now.size());
        }
        if (witness.verifier().hasSigned(note)) {
            return false;
        }
        List<byte[]> proof =
                seen > now.size() ? List.of() : new MerkleTree(new StoredNodes(entities)).consistency(seen, now.size());
        SignedNote.Line line = witness.attest(note, proof, clock.instant());
        keys.publish(witness.verifier());
        Sql.on(
                        entities,
                        """
                        insert into log_cosignature (size, witness, line, at) values (:size, :witness, :line, :at)
                        on conflict do nothing
                        """)
                .set("size", now.size())
                .set("witness", witness.verifier().name())
                .set("line", line.toString())
                .set("at", clock.instant())
                .update();
        return true;
    }
}
