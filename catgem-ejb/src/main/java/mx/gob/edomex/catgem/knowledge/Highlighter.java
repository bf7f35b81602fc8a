package mx.gob.edomex.catgem.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.knowledge.HighlightedText.Fragment;

/**
 * Marks the words found in a text and picks the line worth showing.
 *
 * <p>The database's own headline function would not see through accents and returns markup; this works on the text as
 * it was written. A word is marked when it begins with a word searched for, or shares its stem as far as can be told
 * from the letters: all but the last two, and four at least.
 */
final class Highlighter {

    private static final int SNIPPET_LENGTH = 180;
    private static final int LEAD = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private final SearchWords searched;

    Highlighter(SearchWords searched) {
        this.searched = searched;
    }

    HighlightedText mark(String text) {
        List<Fragment> fragments = new ArrayList<>();
        int end = 0;
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            if (matched(word.group()) != null) {
                if (word.start() > end) {
                    fragments.add(new Fragment(text.substring(end, word.start()), false));
                }
                fragments.add(new Fragment(word.group(), true));
                end = word.end();
            }
        }
        if (end < text.length()) {
            fragments.add(new Fragment(text.substring(end), false));
        }
        return new HighlightedText(fragments);
    }

    /** The line with the most of the words searched for, the first of equals; cut to a length that fits a result. */
    HighlightedText snippet(List<String> lines) {
        String best = lines.stream()
                .max(Comparator.comparingLong(this::found).thenComparing(line -> -lines.indexOf(line)))
                .orElse("");
        return mark(cut(best));
    }

    private String cut(String line) {
        if (line.length() <= SNIPPET_LENGTH) {
            return line;
        }
        int first = WORD.matcher(line)
                .results()
                .filter(word -> matched(word.group()) != null)
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(0);
        int start = first + LEAD < SNIPPET_LENGTH ? 0 : wordAfter(line, first - LEAD);
        int end = start + SNIPPET_LENGTH >= line.length() ? line.length() : wordBefore(line, start + SNIPPET_LENGTH);
        return (start > 0 ? "… " : "") + line.substring(start, end) + (end < line.length() ? " …" : "");
    }

    private long found(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> matched(word.group()))
                .filter(word -> word != null)
                .distinct()
                .count();
    }

    /** The word searched for that this word of a text answers, or null. */
    private String matched(String written) {
        String keepingTilde = SearchWords.fold(written);
        String without = keepingTilde.replace('ñ', 'n');
        for (String word : searched.words()) {
            if (alike(word, keepingTilde) || alike(word, without)) {
                return word;
            }
        }
        return null;
    }

    private static boolean alike(String searched, String written) {
        if (searched.length() <= 2) {
            return searched.equals(written);
        }
        int common = 0;
        while (common < searched.length()
                && common < written.length()
                && searched.charAt(common) == written.charAt(common)) {
            common++;
        }
        return common == searched.length()
                || (common >= Math.max(4, searched.length() - 2) && written.length() - common <= 3);
    }

    private static int wordAfter(String line, int index) {
        int blank = line.indexOf(' ', index);
        return blank < 0 ? index : blank + 1;
    }

    private static int wordBefore(String line, int index) {
        int blank = line.lastIndexOf(' ', index);
        return blank < 0 ? index : blank;
    }
}
