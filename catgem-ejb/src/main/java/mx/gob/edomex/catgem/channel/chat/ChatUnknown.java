package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** No chat has this token, or it ended too long ago to be read again. */
public class ChatUnknown extends Violation {
    public ChatUnknown() {
        super("no such chat");
    }
}
