package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.Language;

/**
 * Contacts that wait as one line: same language, topic, channel and priority. Within a class, first in is first out
 * and that is the routing order.
 */
public record ServiceClass(Language language, String topic, Channel channel, Priority priority) {

    /** {@code ES.LICENCIAS.CHAT.NORMAL}: the name of its queue after {@code fila.class.} */
    public String key() {
        return language + "." + topic + "." + channel + "." + priority;
    }

    /** @throws IllegalArgumentException when the text is not a key */
    public static ServiceClass of(String key) {
        String[] parts = key.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a service class: " + key);
        }
        return new ServiceClass(
                Language.valueOf(parts[0]), parts[1], Channel.valueOf(parts[2]), Priority.valueOf(parts[3]));
    }
}
