package mx.gob.edomex.catgem.evidence.log;

import java.security.MessageDigest;
import mx.gob.edomex.catgem.shared.Sha256;

/** The hashing of RFC 9162 §2.1.1: leaves and nodes begin with different bytes, so that none passes for the other. */
final class TreeHash {

    static final int LENGTH = 32;

    private TreeHash() {}

    static byte[] empty() {
        return Sha256.of(new byte[0]);
    }

    static byte[] leaf(byte[] content) {
        MessageDigest digest = Sha256.fresh();
        digest.update((byte) 0);
        return digest.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.fresh();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
