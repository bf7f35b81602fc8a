package mx.gob.edomex.catgem.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a chosen password must be (OWASP ASVS 5.0, 6.2): long, not the account's name, not one of those everybody
 * chooses. No rules about signs and capitals, which only make people write it down.
 */
public final class PasswordRules {

    /** Characters at least. */
    public static final int SHORTEST = 12;

    /** Bytes in UTF-8 at most: bcrypt looks at no more. */
    public static final int LONGEST = 72;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * @param username of the account it is for
     * @throws PasswordTooShort and its like, each naming the rule it breaks
     */
    public static void check(String username, String chosen) {
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST) {
            throw new PasswordTooShort();
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new PasswordTooLong();
        }
        String folded = fold(chosen);
        if (folded.contains(fold(username))) {
            throw new PasswordLikeName();
        }
        // What everybody adds to a common password to make it pass makes it no less common.
        if (COMMON.contains(folded)
                || COMMON.contains(folded.replaceAll("[^a-z]+$", ""))
                || folded.chars().distinct().count() < 4) {
            throw new PasswordTooCommon();
        }
    }

    /** Lower case, without accents, blanks and hyphens. */
    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s_.-]+", "");
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(PasswordRules::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
