package mx.gob.edomex.catgem.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256, and the tree of RFC 9162 §2.1 as its proofs are checked. */
final class Hashes {

    private Hashes() {}

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] leaf(byte[] content) {
        return sha256(new byte[] {0}, content);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Base64 of 32 bytes, in its one spelling. */
    static byte[] hash(String base64, String what) throws Malformed {
        byte[] bytes = base64(base64, what);
        if (bytes.length != 32) {
            throw new Malformed(what);
        }
        return bytes;
    }

    static byte[] base64(String text, String what) throws Malformed {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, with the place
        }
        throw new Malformed(what);
    }

    /**
     * The root to which a path leads: the tree is walked from the top, so that at each node the path's last hash is
     * that of the half without the leaf.
     *
     * @return null when the path is too long or too short
     */
    static byte[] root(byte[] leaf, long index, long size, byte[][] path) {
        return index < 0 || index >= size ? null : root(leaf, index, size, path, path.length);
    }

    private static byte[] root(byte[] leaf, long index, long size, byte[][] path, int length) {
        if (size == 1) {
            return length == 0 ? leaf : null;
        }
        if (length == 0) {
            return null;
        }
        long left = Long.highestOneBit(size - 1);
        boolean isLeft = index < left;
        byte[] below = root(leaf, isLeft ? index : index - left, isLeft ? left : size - left, path, length - 1);
        byte[] other = path[length - 1];
        return below == null ? null : isLeft ? node(below, other) : node(other, below);
    }

    /** Both roots that a consistency proof leads to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    private record Roots(byte[] earlier, byte[] later) {}

    static boolean isConsistent(long earlier, byte[] earlierRoot, long size, byte[] root, byte[][] proof) {
        if (earlier == size) {
            return proof.length == 0 && Arrays.equals(earlierRoot, root);
        }
        if (earlier <= 0 || earlier > size) {
            return false;
        }
        Roots found = roots(earlier, size, earlierRoot, true, proof, proof.length);
        return found != null && Arrays.equals(found.earlier(), earlierRoot) && Arrays.equals(found.later(), root);
    }

    // Backwards through the SUBPROOF of §2.1.4.1.
    private static Roots roots(long m, long n, byte[] known, boolean isKnown, byte[][] proof, int length) {
        if (m == n) {
            if (isKnown) {
                return length == 0 ? new Roots(known, known) : null;
            }
            return length == 1 ? new Roots(proof[0], proof[0]) : null;
        }
        if (length == 0) {
            return null;
        }
        long left = Long.highestOneBit(n - 1);
        byte[] other = proof[length - 1];
        if (m <= left) {
            Roots below = roots(m, left, known, isKnown, proof, length - 1);
            return below == null ? null : new Roots(below.earlier(), node(below.later(), other));
        }
        Roots below = roots(m - left, n - left, known, false, proof, length - 1);
        return below == null ? null : new Roots(node(other, below.earlier()), node(other, below.later()));
    }
}
