package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** The chat has ended; what the citizen still wants to say begins a new one. */
public class ChatHasEnded extends Violation {
    public ChatHasEnded() {
        super("the chat has ended");
    }
}
