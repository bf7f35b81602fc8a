package mx.gob.edomex.catgem.evidence.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree over the first leaves of a log and its proofs (RFC 9162 §2.1), read from complete subtrees only: root and
 * proofs of a tree of n leaves ask for O(log n) of them.
 */
final class MerkleTree {

    private final PerfectNodes nodes;

    MerkleTree(PerfectNodes nodes) {
        this.nodes = nodes;
    }

    byte[] root(long size) {
        return size == 0 ? TreeHash.empty() : root(0, size);
    }

    /** Siblings from the leaf up to the root of the first {@code size} leaves (§2.1.3.1). */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    private void path(long index, long from, long until, List<byte[]> path) {
        if (until - from == 1) {
            return;
        }
        long middle = from + split(until - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(root(middle, until));
        } else {
            path(index, middle, until, path);
            path.add(root(from, middle));
        }
    }

    /** That the first {@code size} leaves begin with the first {@code earlier} (§2.1.4.1). */
    List<byte[]> consistency(long earlier, long size) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException(earlier + " of " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        if (earlier > 0 && earlier < size) {
            consistency(earlier, 0, size, true, proof);
        }
        return proof;
    }

    private void consistency(long earlier, long from, long until, boolean known, List<byte[]> proof) {
        if (earlier == until) {
            if (!known) {
                proof.add(root(from, until));
            }
            return;
        }
        long middle = from + split(until - from);
        if (earlier <= middle) {
            consistency(earlier, from, middle, known, proof);
            proof.add(root(middle, until));
        } else {
            consistency(earlier, middle, until, false, proof);
            proof.add(root(from, middle));
        }
    }

    private byte[] root(long from, long until) {
        long leaves = until - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.hash(level, from >> level);
        }
        long middle = from + split(leaves);
        return TreeHash.node(root(from, middle), root(middle, until));
    }

    /** The greatest power of two below n. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /** Whether the path leads from the leaf to the root (§2.1.3.2). */
    static boolean isIncluded(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /** Whether the later tree begins with the earlier one (§2.1.4.2). */
    static boolean isConsistent(long earlier, byte[] earlierRoot, long size, byte[] root, List<byte[]> proof) {
        if (earlier == size || earlier == 0) {
            return earlier <= size
                    && proof.isEmpty()
                    && Arrays.equals(earlierRoot, earlier == 0 ? TreeHash.empty() : root);
        }
        if (earlier > size || proof.isEmpty()) {
            return false;
        }
        List<byte[]> hashes = new ArrayList<>();
        if (Long.bitCount(earlier) == 1) {
            hashes.add(earlierRoot);
        }
        hashes.addAll(proof);
        long fn = earlier - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] first = hashes.get(0);
        byte[] second = hashes.get(0);
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                first = TreeHash.node(hash, first);
                second = TreeHash.node(hash, second);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                second = TreeHash.node(second, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(first, earlierRoot) && Arrays.equals(second, root);
    }
}
