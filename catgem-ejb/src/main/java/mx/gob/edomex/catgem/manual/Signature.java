package mx.gob.edomex.catgem.manual;

import java.time.Instant;

/** Who did something to a version, and when. */
public record Signature(String staff, String name, Instant at) {}
