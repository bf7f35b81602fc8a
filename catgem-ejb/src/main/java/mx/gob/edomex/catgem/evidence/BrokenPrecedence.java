package mx.gob.edomex.catgem.evidence;

/** A pair of steps recorded in the wrong order (D2): {@code after} was done and {@code before} only later. */
public record BrokenPrecedence(String before, String after) {}
