package mx.gob.edomex.catgem.administration;

/** Why a dead letter is sent back or thrown away. */
public enum DeadLetterReason {
    CAUSE_MENDED,
    TRY_AGAIN,
    DONE_OTHERWISE,
    UNREADABLE,
    TEST
}
