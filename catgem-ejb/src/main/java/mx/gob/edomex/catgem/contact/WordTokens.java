package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.security.PersonalData;

/**
 * What citizens wrote, so that it can be looked for and not read: of each word its beginnings, from {@value #SHORTEST} to
 * {@value #LONGEST} letters, each as a token that only the master key can make. What lies in the database's files, its
 * copies and its indexes says nothing without that key, also after the row is gone.
 */
@ApplicationScoped
public class WordTokens {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    /** Of one text; an index row of the database ends at a megabyte. */
    private static final int MOST = 20_000;

    private static final String KIND = "word";

    @Inject
    PersonalData personalData;

    /** Lower case, without accents but with ñ: the form in which words are compared. */
    static String normal(String text) {
        String marked = text.toLowerCase(Locale.ROOT).replace('ñ', '\u0001');
        return Normalizer.normalize(marked, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u0001', 'ñ');
    }

    /** The tokens of a text, divided by commas: what the search row keeps of it. */
    String tokens(String text) {
        return words(text)
                .flatMap(WordTokens::beginnings)
                .distinct()
                .limit(MOST)
                .map(this::token)
                .collect(Collectors.joining(","));
    }

    /**
     * The question for rows that have every word of the text, the last letters of each may be missing. Nothing but tokens
     * reaches the database.
     *
     * @return empty when the text has no word
     */
    Optional<String> question(String text) {
        return words(text)
                .map(word -> "'" + token(cut(word)) + "'")
                .reduce((question, token) -> question + " & " + token);
    }

    private String token(String beginning) {
        return personalData.token(KIND, beginning);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(normal(text).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    private static Stream<String> beginnings(String word) {
        String longest = cut(word);
        return longest.length() <= SHORTEST
                ? Stream.of(longest)
                : IntStream.rangeClosed(SHORTEST, longest.length()).mapToObj(length -> longest.substring(0, length));
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(LONGEST, word.length()));
    }
}
