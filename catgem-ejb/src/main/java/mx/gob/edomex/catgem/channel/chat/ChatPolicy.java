package mx.gob.edomex.catgem.channel.chat;

import java.time.Duration;
import mx.gob.edomex.catgem.channel.MailAddress;
import mx.gob.edomex.catgem.channel.PlainText;

/** What the chat takes from a citizen, and how it is made harmless. */
public final class ChatPolicy {

    /** Characters in one message. */
    public static final int MAX_TEXT = 4_000;

    public static final int MAX_FILES = 10;
    public static final int MAX_NAME = 80;

    /** How long an ended chat can still be read with its token. */
    public static final Duration READABLE_AFTER_END = Duration.ofHours(12);

    /** A citizen who was not heard of for so long has left; twice the network loss that must be survived. */
    public static final Duration SILENCE = Duration.ofMinutes(20);

    private ChatPolicy() {}

    static String text(String typed) {
        String plain =
                PlainText.of(typed == null ? "" : typed.replace("\r\n", "\n")).strip();
        if (plain.isEmpty()) {
            throw new MessageEmpty();
        }
        if (plain.length() > MAX_TEXT) {
            throw new MessageTooLong();
        }
        return plain;
    }

    /** Prefixed, so that a citizen's id can never stand in the way of the centre's own. */
    static String clientId(String id) {
        if (id == null || !id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new ClientIdNotValid();
        }
        return "c:" + id;
    }

    /** The citizen's own name for the messages of the citizen, null for all others. */
    static String citizensId(String stored) {
        return stored.startsWith("c:") ? stored.substring(2) : null;
    }

    /** The name to address the citizen by, or null. */
    static String name(String typed) {
        String plain = PlainText.of(typed).replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }

    static String address(String typed) {
        String plain = typed == null ? "" : typed.strip();
        if (!MailAddress.isPublic(plain)) {
            throw new AddressNotValid();
        }
        return plain;
    }

    /** Citizens are told the advisor's first name only. */
    static String firstName(String displayName) {
        return displayName == null ? null : displayName.strip().split("\\s+")[0];
    }
}
