package mx.gob.edomex.catgem.audit;

/** Where an audit stands; {@link Audit} says how it moves. */
public enum AuditState {
    PLANNED,
    RUNNING,
    REPORTED,
    CLOSED,
    CANCELLED
}
