package mx.gob.edomex.catgem.shared;

import java.io.Serializable;

/**
 * Tells screens on every node that something they may show has changed; it carries no content, the screen asks again.
 * Fired as a CDI event on each node after the broker has carried it; raise one with {@link Signals}.
 *
 * @param username the desk it is for, or null for every screen that shows the contact or the queue
 * @param kind what changed
 * @param contactId the contact it is about, or null
 */
public record DeskSignal(String username, Kind kind, String contactId) implements Serializable {

    /** What changed. */
    public enum Kind {
        OFFER,
        OFFER_ENDED,
        CONTACT,
        MESSAGE,
        /** The citizen is writing: for the desk. */
        TYPING,
        /** The advisor is writing: for the citizen's side. */
        ADVISOR_TYPING,
        STATE,
        QUEUE,
        ALERT,
        /** Advisors see other entries than before. */
        KNOWLEDGE,
        /** A draft or task of the information officers changed: for their pages, not for desks. */
        KNOWLEDGE_WORK,
        /** The account was disabled, or its password or roles changed: its sessions may be over. */
        ACCOUNT,
        /** A notice of the centre to all desks. */
        NOTICE
    }
}
