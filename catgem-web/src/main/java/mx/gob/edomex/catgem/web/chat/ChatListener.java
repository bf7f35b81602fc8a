package mx.gob.edomex.catgem.web.chat;

/** A citizen's page that waits for news of one contact. Called on a thread that must not be kept. */
interface ChatListener {

    /** There may be something new to see. */
    void changed();

    void advisorIsTyping();
}
