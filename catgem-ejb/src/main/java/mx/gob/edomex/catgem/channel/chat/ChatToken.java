package mx.gob.edomex.catgem.channel.chat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import mx.gob.edomex.catgem.shared.Sha256;

/** The citizen's only credential: 256 random bits, held by the browser; the centre keeps nothing but its SHA-256. */
public record ChatToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws ChatUnknown when the text cannot be a token */
    public ChatToken {
        if (value == null || !value.matches("[A-Za-z0-9_-]{43}")) {
            throw new ChatUnknown();
        }
    }

    static ChatToken next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ChatToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the credential itself, wherever it may be printed. */
    @Override
    public String toString() {
        return "chat token";
    }
}
