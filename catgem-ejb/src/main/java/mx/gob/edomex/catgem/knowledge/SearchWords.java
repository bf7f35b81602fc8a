package mx.gob.edomex.catgem.knowledge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search field, reduced to words of the letters a–z, ñ and digits.
 *
 * <p>Every character is acceptable: whatever is not a letter or digit separates words, so nothing that is typed is ever
 * an error or an operator. The same folding is done in the database by {@code search_fold}.
 */
record SearchWords(List<String> words) {

    // Nobody types more than this on purpose; a pasted letter must not become a query of a thousand terms.
    private static final int MOST_WORDS = 10;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_QUERY = 1_000;

    private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9ñ]+");

    SearchWords {
        words = List.copyOf(words);
    }

    static SearchWords of(String query) {
        String typed = query == null ? "" : query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        return new SearchWords(Arrays.stream(SEPARATOR.split(fold(typed)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .distinct()
                .limit(MOST_WORDS)
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words with one blank between them. */
    String joined() {
        return String.join(" ", words);
    }

    /** Lower case without accents; the ñ stays, whether it came as one character or as n and tilde. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        composed.codePoints().forEach(c -> {
            if (c == 'ñ') {
                folded.append('ñ');
            } else {
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .codePoints()
                        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                        .forEach(folded::appendCodePoint);
            }
        });
        return folded.toString();
    }
}
