package mx.gob.edomex.catgem.correction;

/** Where a finding stands; {@link Finding} says how it moves. */
public enum FindingState {
    FINDING,
    OBSERVATION,
    NONCONFORMITY,
    EXPLAINED,
    IN_ACTION,
    WATCHED,
    REOPENED,
    EFFECTIVE;

    public boolean isEnded() {
        return this == OBSERVATION || this == EFFECTIVE;
    }
}
