package mx.gob.edomex.catgem.evidence.log;

import java.util.ArrayDeque;
import java.util.Deque;

/** The root of a growing tree, from its leaves alone: the roots of the complete subtrees at its right edge. */
final class Frontier {

    private final Deque<byte[]> roots = new ArrayDeque<>();
    private long size;

    long size() {
        return size;
    }

    void add(byte[] leaf) {
        byte[] root = leaf;
        for (long n = size; (n & 1) == 1; n >>= 1) {
            root = TreeHash.node(roots.pop(), root);
        }
        roots.push(root);
        size++;
    }

    byte[] root() {
        byte[] root = null;
        for (byte[] left : roots) { // the smallest first
            root = root == null ? left : TreeHash.node(left, root);
        }
        return root == null ? TreeHash.empty() : root;
    }
}
