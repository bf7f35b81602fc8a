package mx.gob.edomex.catgem.channel.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes into text when the declared charset is missing, unknown or wrong. UTF-8 proves itself: bytes above 127
 * that decode strictly are UTF-8 whatever was declared. What is left is windows-1252, which contains ISO-8859-1's
 * letters and is what old mailers in the region really send (WHATWG Encoding treats the two as one).
 */
final class CharsetGuess {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CharsetGuess() {}

    static String decode(byte[] bytes, String declared) {
        Optional<Charset> charset = lookup(declared);
        if (charset.isPresent() && !provesItself(charset.get())) {
            return new String(bytes, charset.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, eightBit(charset));
        }
    }

    private static Charset eightBit(Optional<Charset> declared) {
        return declared.filter(charset ->
                        charset.name().startsWith("windows-") || charset.name().equals("ISO-8859-15"))
                .orElse(WINDOWS);
    }

    /** Single-byte western charsets and UTF-8: there strict UTF-8 is better evidence than the label. */
    private static boolean provesItself(Charset charset) {
        String name = charset.name();
        return name.equals("UTF-8")
                || name.equals("US-ASCII")
                || name.startsWith("ISO-8859-1")
                || name.startsWith("windows-125");
    }

    private static Optional<Charset> lookup(String declared) {
        if (declared == null || declared.isBlank()) {
            return Optional.empty();
        }
        String name = declared.strip().toLowerCase(Locale.ROOT).replaceAll("[\"']", "");
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
