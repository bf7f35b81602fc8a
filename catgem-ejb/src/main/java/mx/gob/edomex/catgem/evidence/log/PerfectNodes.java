package mx.gob.edomex.catgem.evidence.log;

/** The hashes of the complete subtrees of a log; those never change once their last leaf is there. */
@FunctionalInterface
interface PerfectNodes {

    /**
     * @param level 0 for leaves
     * @param index from the left, among the nodes of its level: the node stands over the leaves from
     *     {@code index << level} to before {@code (index + 1) << level}
     */
    byte[] hash(int level, long index);
}
