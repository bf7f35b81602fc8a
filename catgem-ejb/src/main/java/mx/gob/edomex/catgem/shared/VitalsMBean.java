package mx.gob.edomex.catgem.shared;

import java.util.Map;

/** The vitals of this node as a management bean: read by the readiness check, and by any console. */
public interface VitalsMBean {
    /** The name of every vital and {@code UP}, {@code DOWN}, or {@code AWAY} for what is not essential; asked now. */
    Map<String, String> getStates();
}
