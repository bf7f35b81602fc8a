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
    /** Being told why nobody will answer. */
    LEAVING,
    ENDED;

    /** Whether an advisor's telephone is part of it. */
    boolean hasAdvisor() {
        return this == CALLING || this == TALKING;
    }

    /** Whether a prompt is being played that decides what comes next. */
    boolean isPrompted() {
        return this == GREETING || this == MENU || this == LEAVING;
    }
}
