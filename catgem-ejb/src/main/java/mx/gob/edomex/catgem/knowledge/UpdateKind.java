package mx.gob.edomex.catgem.knowledge;

/** What an update does to the knowledge base. */
public enum UpdateKind {
    NEW,
    CHANGE,
    RETIRE
}
