package mx.gob.edomex.catgem.channel.chat;

import java.time.Duration;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.FileType;

/** What the chat takes from a citizen, and how it is made harmless. */
public final class ChatPolicy {

    /** Characters in one message. */
    public static final int MAX_TEXT = 4_000;

    /** Bytes in one file. */
    public static final int MAX_FILE_BYTES = 5 * 1024 * 1024;

    public static final int MAX_FILES = 10;
    public static final int MAX_NAME = 80;

    /** How long an ended chat can still be read with its token. */
    public static final Duration READABLE_AFTER_END = Duration.ofHours(12);

    /** A citizen who was not heard of for so long has left; twice the network loss that must be survived. */
    public static final Duration SILENCE = Duration.ofMinutes(20);

    private static final int MAX_FILE_NAME = 120;
    private static final int MAX_ADDRESS = 254;

    // Control characters, and those that turn the direction of text so that it reads as something else.
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    // Deliberately narrower than RFC 5321: one plain address, nothing that could end a header.
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private ChatPolicy() {}

    static String text(String typed) {
        String plain = plain(typed == null ? "" : typed.replace("\r\n", "\n")).strip();
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
        String plain = plain(typed == null ? "" : typed).replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }

    static FileType file(byte[] content) {
        if (content.length == 0) {
            throw new MessageEmpty();
        }
        if (content.length > MAX_FILE_BYTES) {
            throw new FileTooLarge();
        }
        return FileType.of(content).orElseThrow(FileTypeNotAllowed::new);
    }

    /** Without folders, with the extension of what the file really is. */
    static String fileName(String claimed, FileType type) {
        String plain = plain(claimed == null ? "" : claimed)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\s\"<>:|?*]+", " ")
                .strip();
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain;
        String kept = stem.isBlank() ? "archivo" : stem.substring(0, Math.min(stem.length(), MAX_FILE_NAME));
        return kept + "." + type.extension();
    }

    static String address(String typed) {
        String plain = typed == null ? "" : typed.strip();
        if (plain.length() > MAX_ADDRESS || !ADDRESS.matcher(plain).matches()) {
            throw new AddressNotValid();
        }
        return plain;
    }

    /** Citizens are told the advisor's first name only. */
    static String firstName(String displayName) {
        return displayName == null ? null : displayName.strip().split("\\s+")[0];
    }

    private static String plain(String text) {
        return UNWANTED.matcher(text).replaceAll("");
    }
}
