package mx.gob.edomex.catgem.contact;

import java.util.EnumSet;
import java.util.Set;

/** The life cycle of a contact: the one transition table, in code as in ROUTING. */
public enum ContactState {
    CREATED,
    IN_IVR,
    QUEUED,
    OFFERED,
    IN_PROGRESS,
    ON_HOLD,
    WAITING_FOR_CITIZEN,
    AFTER_CALL_WORK,
    CALLBACK_SCHEDULED,
    CLOSED(true),
    ABANDONED_IN_IVR(true),
    ABANDONED_IN_QUEUE(true),
    ABANDONED_WHILE_ALERTING(true),
    OVERFLOWED(true),
    QUARANTINED(true),
    FAILED(true);

    private final boolean terminal;

    ContactState() {
        this(false);
    }

    ContactState(boolean terminal) {
        this.terminal = terminal;
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** With an advisor who connected and has not finished. */
    public boolean isInHand() {
        return this == IN_PROGRESS || this == ON_HOLD || this == WAITING_FOR_CITIZEN;
    }

    public boolean mayBecome(ContactState next) {
        return successors().contains(next);
    }

    Set<ContactState> successors() {
        return switch (this) {
            case CREATED -> EnumSet.of(IN_IVR, QUEUED, IN_PROGRESS, QUARANTINED, FAILED);
            case IN_IVR -> EnumSet.of(QUEUED, ABANDONED_IN_IVR, CALLBACK_SCHEDULED, FAILED);
            case QUEUED -> EnumSet.of(OFFERED, ABANDONED_IN_QUEUE, CALLBACK_SCHEDULED, OVERFLOWED, FAILED);
            case OFFERED -> EnumSet.of(IN_PROGRESS, QUEUED, ABANDONED_WHILE_ALERTING, FAILED);
            case IN_PROGRESS ->
                // A callback whose citizen was not reached waits for its next attempt.
                EnumSet.of(ON_HOLD, WAITING_FOR_CITIZEN, QUEUED, AFTER_CALL_WORK, CALLBACK_SCHEDULED, FAILED);
            case ON_HOLD, WAITING_FOR_CITIZEN -> EnumSet.of(IN_PROGRESS, QUEUED, AFTER_CALL_WORK, FAILED);
            case AFTER_CALL_WORK -> EnumSet.of(CLOSED);
            case CALLBACK_SCHEDULED -> EnumSet.of(QUEUED, FAILED);
            default -> EnumSet.noneOf(ContactState.class);
        };
    }
}
