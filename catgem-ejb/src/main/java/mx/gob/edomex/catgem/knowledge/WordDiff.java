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
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(pieces, Change.SAME, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Change.REMOVED, delta.getSource().getLines());
            add(pieces, Change.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Change.SAME, old.subList(at, old.size()));
        return new WordDiff(pieces);
    }

    public boolean isChanged() {
        return pieces.stream().anyMatch(piece -> piece.change() != Change.SAME);
    }

    private static void add(List<Piece> pieces, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(change, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
