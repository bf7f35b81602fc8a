package mx.gob.edomex.catgem.replay;

import java.util.UUID;

/** A replay is to begin. */
record ReplayAsked(UUID replay) {}
