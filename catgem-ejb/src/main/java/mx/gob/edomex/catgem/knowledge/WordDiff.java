package mx.gob.edomex.catgem.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word, as pieces a screen escapes like any other text. */
public record WordDiff(List<Piece> pieces) implements Serializable {

    private static final Pattern TOKEN =
            Pattern.compile("\\n|[^\\S\\n]+|[\\p{L}\\p{N}\\p{M}]+|[^\\s\\p{L}\\p{N}\\p{M}]");

    private static final Pattern NO_WORD = Pattern.compile("[^\\n\\p{L}\\p{N}\\p{M}]*");

    public WordDiff {
        pieces = List.copyOf(pieces);
    }

    /** What became of a piece; the name is also its style and its key in the bundles. */
    public enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    /** A run of text with one fate. */
    public record Piece(Change change, String text) implements Serializable {}

    public static WordDiff of(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        Runs runs = new Runs();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            runs.same(String.join("", old.subList(at, delta.getSource().getPosition())));
            runs.removed.append(String.join("", delta.getSource().getLines()));
            runs.added.append(String.join("", delta.getTarget().getLines()));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        runs.same(String.join("", old.subList(at, old.size())));
        runs.end();
        return new WordDiff(runs.pieces);
    }

    public boolean isChanged() {
        return pieces.stream().anyMatch(piece -> piece.change() != Change.SAME);
    }

    /** Joins changes that only blanks and signs stand between: a rewritten sentence is one change, not a chequerboard. */
    private static final class Runs {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private String between = "";

        void same(String text) {
            boolean changing = !removed.isEmpty() || !added.isEmpty();
            if (changing && NO_WORD.matcher(text).matches()) {
                removed.append(text);
                added.append(text);
                between = text;
            } else {
                end();
                add(Change.SAME, text);
            }
        }

        /** What stood after the last change was the same after all. */
        void end() {
            String last = between;
            between = "";
            if (!last.isEmpty() && ends(removed, last) && ends(added, last)) {
                removed.setLength(removed.length() - last.length());
                added.setLength(added.length() - last.length());
            } else {
                last = "";
            }
            add(Change.REMOVED, removed.toString());
            add(Change.ADDED, added.toString());
            add(Change.SAME, last);
            removed.setLength(0);
            added.setLength(0);
        }

        private static boolean ends(CharSequence text, String end) {
            return text.toString().endsWith(end);
        }

        private void add(Change change, String text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(change, text));
            }
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
