package mx.gob.edomex.catgem.workforce;

/** Points came back to an advisor: what was interrupted for want of them may go on, within the same transaction. */
public record PointsFreed(String username) {}
