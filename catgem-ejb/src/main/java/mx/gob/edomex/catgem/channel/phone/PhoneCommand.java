package mx.gob.edomex.catgem.channel.phone;

import mx.gob.edomex.catgem.shared.ContactId;

/**
 * One thing the exchange is to do for a call.
 *
 * @param target the channel, bridge or recording it is about; names are chosen here, so that doing it twice does no harm
 * @param detail what the kind says, or null
 */
record PhoneCommand(long id, ContactId contact, Kind kind, String target, String detail) {

    /** What there is to do. */
    enum Kind {
        /** Hear of the channel also after it has left the application. */
        SUBSCRIBE,
        /** Write the contact on the channel, by which it is found again. */
        MARK,
        ANSWER,
        /** Detail: a {@link Prompt}. */
        PLAY,
        /** Detail: the step of the menu, a space, and what is played for it. */
        SAY,
        /** Stop what is being said; target: the name it is played under. */
        HUSH,
        /** Into the room with music. */
        WAIT,
        /** Ring at an advisor's telephone; detail: the advisor, or the endpoint of their browser. */
        CALL,
        /** Let them talk; detail: their two channels, by comma. */
        BRIDGE,
        /** Let one more hear and be heard in the bridge; detail: their channel. */
        JOIN,
        /** An ear at the channel; detail: its name, a space, and the {@link ListenMode}. */
        LISTEN,
        /** Record what is said in the bridge; detail: the name of the recording. */
        RECORD,
        /** Leave out of the recording what is said from now on. */
        PAUSE,
        RESUME,
        HANGUP,
        UNBRIDGE;

        boolean changesRecording() {
            return this == PAUSE || this == RESUME;
        }
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        /** What it was about is not there any more. */
        GONE,
        /** The exchange cannot do it. */
        REFUSED
    }
}
