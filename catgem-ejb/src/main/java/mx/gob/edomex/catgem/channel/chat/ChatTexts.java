package mx.gob.edomex.catgem.channel.chat;

import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Language;

/** What the chat itself says to citizens, outside of its page. */
final class ChatTexts {

    private ChatTexts() {}

    static ResourceBundle in(Language language) {
        return ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.channel.chat.texts",
                language.locale(),
                ChatTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
