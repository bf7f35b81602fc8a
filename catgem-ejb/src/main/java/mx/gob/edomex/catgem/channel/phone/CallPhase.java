package mx.gob.edomex.catgem.channel.phone;

/** Where a call is; a call that never stood in the line has no contact. */
enum CallPhase {
    /** The citizen is greeted. */
    GREETING,
    /** The citizen is in the menu. */
    MENU,
    /** In the line, with music. */
    WAITING,
    /** An advisor has accepted and their telephone rings; the citizen still hears the music. */
    CALLING,
    TALKING,
    /** The advisor has hung up; what comes for the citizen is decided within the same transaction. */
    PARTED,
    /** The citizen is asked about the talk. */
    SURVEY,
    /** Being told why nobody will answer, or goodbye. */
    LEAVING,
    ENDED;

    /** Whether an advisor's telephone is part of it. */
    boolean hasAdvisor() {
        return this == CALLING || this == TALKING;
    }

    /** Whether a prompt is being played that decides what comes next. */
    boolean isPrompted() {
        return this == GREETING || isWalk() || this == LEAVING;
    }

    /** Whether the call walks through nodes of the menu, before the talk or after it. */
    boolean isWalk() {
        return this == MENU || this == SURVEY;
    }

    boolean isAfterTalk() {
        return this == PARTED || this == SURVEY;
    }
}
