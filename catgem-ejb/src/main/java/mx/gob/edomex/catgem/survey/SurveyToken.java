package mx.gob.edomex.catgem.survey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import mx.gob.edomex.catgem.shared.Sha256;

/** What a survey's link carries: 256 random bits, of which the centre keeps nothing but the SHA-256. */
public record SurveyToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws SurveyUnknown when the text cannot be a token */
    public SurveyToken {
        if (value == null || !value.matches("[A-Za-z0-9_-]{43}")) {
            throw new SurveyUnknown();
        }
    }

    static SurveyToken next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SurveyToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the credential itself, wherever it may be printed. */
    @Override
    public String toString() {
        return "survey token";
    }
}
