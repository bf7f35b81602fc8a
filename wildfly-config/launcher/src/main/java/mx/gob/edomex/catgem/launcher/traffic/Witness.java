package mx.gob.edomex.catgem.launcher.traffic;

/** Hears what the centre has promised to the people of the traffic, so that somebody can hold it to its word. */
public interface Witness {

    /** What the centre can promise, and by which key it is found again. */
    enum Promise {
        /** The mail server took a mail to the centre: its Message-ID. */
        MAIL,
        /** The chat confirmed what a citizen wrote: the citizen's id of it. */
        CHAT_MESSAGE,
        /** The desk confirmed an answer: the advisor's id of it. */
        ANSWER,
        /** The desk confirmed that an offer is accepted: the offer's id. */
        ACCEPTED,
        /** The desk confirmed the disposition that closes a contact: its folio. */
        CLOSED
    }

    Witness NOBODY = new Witness() {
        @Override
        public void promised(Promise promise, String key) {}

        @Override
        public void wrong(String finding) {}
    };

    void promised(Promise promise, String key);

    /** Somebody saw what must never be. */
    void wrong(String finding);
}
