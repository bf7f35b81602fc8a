package mx.gob.edomex.catgem.channel;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * A contact handed over by a program. Null language, topic and priority take the entry point's.
 *
 * @param entryPoint code of an entry point of the channel, or null for the programming interface itself
 * @param title what it is about in the citizen's words, or null
 * @param text the citizen's first message
 * @param callback when the citizen wants to be phoned; required for PHONE and for nothing else
 * @param externalId the program's own reference, by which a repeat is recognised, or null
 */
public record ApiContact(
        Channel channel,
        String entryPoint,
        Language language,
        String topic,
        Priority priority,
        String title,
        String text,
        Citizen citizen,
        CallbackWish callback,
        String externalId) {

    /** Longest title, name and reference, in characters. */
    public static final int LONGEST_LINE = 200;

    /** Longest first message, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    /** Characters that a program's reference may have: enough for any identifier, and harmless everywhere. */
    public static final String EXTERNAL_ID = "[A-Za-z0-9._:/@+=-]{1,200}";

    static final String OWN_ENTRY_POINT = "API";

    /** Who writes, as far as it is known: nothing is required, and an anonymous contact has nothing. */
    public record Citizen(String name, String email, PhoneNumber phone) {
        public static final Citizen ANONYMOUS = new Citizen(null, null, null);
    }

    public ApiContact {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(citizen, "citizen");
        if (text.isBlank() || text.length() > LONGEST_TEXT || (title != null && title.length() > LONGEST_LINE)) {
            throw new IllegalArgumentException("text or title are empty or too long");
        }
        if (externalId != null && !externalId.matches(EXTERNAL_ID)) {
            throw new IllegalArgumentException("external id");
        }
        entryPoint = entryPoint == null ? OWN_ENTRY_POINT : entryPoint;
    }

    /** SHA-256 of everything in it; equal for equal requests. It is stored sealed: short texts could be guessed from it. */
    byte[] fingerprint() {
        String parts = Stream.of(
                        channel,
                        entryPoint,
                        language,
                        topic,
                        priority,
                        title,
                        text,
                        citizen.name(),
                        citizen.email(),
                        citizen.phone(),
                        callback)
                .map(part -> part == null ? "-" : "+" + part)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return Sha256.of(parts.getBytes(StandardCharsets.UTF_8));
    }
}
