package mx.gob.edomex.catgem.evidence.log;

import java.time.Instant;
import java.util.List;

/** A node that does not keep the log: it trusts its own memory and nothing that the database says. */
final class NodeWitness implements Witness {

    private final NodeMemory memory;
    private final SigningKey key;

    NodeWitness(NodeMemory memory, String node) {
        this.memory = memory;
        key = memory.witnessKey(node);
    }

    @Override
    public long seen(String origin) {
        return memory.seen(origin).map(note -> Checkpoint.of(note).size()).orElse(0L);
    }

    @Override
    public VerifierKey verifier() {
        return key.verifier();
    }

    @Override
    public SignedNote.Line attest(SignedNote checkpoint, List<byte[]> proof, Instant at) {
        Checkpoint now = Checkpoint.of(checkpoint);
        memory.seen(now.origin()).map(Checkpoint::of).ifPresent(before -> {
            if (before.size() > now.size()
                    || !MerkleTree.isConsistent(before.size(), before.root(), now.size(), now.root(), proof)) {
                throw new LogDamaged("witness:" + before.size());
            }
        });
        SignedNote.Line line = key.cosign(checkpoint, at);
        memory.keep(new SignedNote(checkpoint.text(), checkpoint.signatures()).and(line));
        return line;
    }
}
