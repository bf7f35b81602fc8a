package mx.gob.edomex.catgem.iso;

import java.util.Collection;
import java.util.Collections;

/** How an answer stands, the best first. */
public enum Light {
    /** The records are there and as they must be. */
    GREEN,
    /** Begun, late or in part. */
    AMBER,
    /** Nothing on record, or not as it must be. */
    RED;

    /** A clause stands as the worst of its evidence; without any it is not answered. */
    static Light worst(Collection<Light> lights) {
        return lights.isEmpty() ? RED : Collections.max(lights);
    }
}
