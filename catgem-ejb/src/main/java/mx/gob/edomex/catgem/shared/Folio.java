package mx.gob.edomex.catgem.shared;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Public reference of a contact: eight random characters and a check character, written {@code XXXX-XXXX-C}.
 * Not sequential, so that nobody counts or guesses contacts. The alphabet has 31 characters (prime; without
 * 0, 1, I, L, O) and the check is a weighted sum modulo 31, which finds every single wrong character and every
 * swap of two different ones (ISO/IEC 7064 reasoning for a prime modulus).
 */
public record Folio(String value) implements Serializable {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RANDOM_CHARACTERS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Folio {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a folio");
        }
    }

    public static Folio next() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Folio(text.insert(4, '-') + "-" + check(text.toString().replace("-", "")));
    }

    /** Reads what a person typed: any case, with or without hyphens and spaces. */
    public static Folio parse(String typed) {
        String plain = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (plain.length() != RANDOM_CHARACTERS + 1) {
            throw new IllegalArgumentException("a folio has nine characters");
        }
        return new Folio(plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.charAt(8));
    }

    private static boolean isWellFormed(String text) {
        if (text == null || !text.matches("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}-[" + ALPHABET + "]")) {
            return false;
        }
        return check(text.replace("-", "").substring(0, RANDOM_CHARACTERS)) == text.charAt(text.length() - 1);
    }

    private static char check(String eight) {
        int sum = 0;
        for (int i = 0; i < eight.length(); i++) {
            sum += (i + 2) * ALPHABET.indexOf(eight.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
