package mx.gob.edomex.catgem.evidence.log;

import java.time.Instant;
import java.util.List;

/** Somebody who remembers what a log was, and signs for it only when it went on from there. */
interface Witness {

    /** How many leaves the log had when the witness last looked; 0 for one that never did. */
    long seen(String origin);

    VerifierKey verifier();

    /**
     * @param checkpoint signed by the log
     * @param proof that it continues the one of size {@link #seen}
     * @return the line that goes under it
     * @throws LogDamaged when it does not, and then nothing is signed and nothing forgotten
     */
    SignedNote.Line attest(SignedNote checkpoint, List<byte[]> proof, Instant at);
}
