package mx.gob.edomex.catgem.channel;

/** Named levels, most urgent first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW
}
