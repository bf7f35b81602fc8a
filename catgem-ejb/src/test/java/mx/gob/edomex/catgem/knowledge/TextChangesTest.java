package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.knowledge.WordDiff.Change;
import mx.gob.edomex.catgem.knowledge.WordDiff.Piece;
import org.junit.jupiter.api.Test;

/** Comparing and joining texts. */
class TextChangesTest {

    @Test
    void aDifferenceIsReadableWordByWord() {
        WordDiff diff = WordDiff.of("Cuesta $ 95.00 en línea.", "Cuesta $ 98.00 en línea y en caja.");
        assertThat(diff.pieces())
                .contains(new Piece(Change.REMOVED, "95"), new Piece(Change.ADDED, "98"))
                .contains(new Piece(Change.ADDED, " y en caja"));
        assertThat(joined(diff, Change.REMOVED)).isEqualTo("Cuesta $ 95.00 en línea.");
        assertThat(joined(diff, Change.ADDED)).isEqualTo("Cuesta $ 98.00 en línea y en caja.");
        assertThat(WordDiff.of("igual", "igual").isChanged()).isFalse();
    }

    @Test
    void aRewrittenSentenceIsOneChange() {
        assertThat(WordDiff.of("Copia del acta, en línea.", "Duplicado por correo, mañana.")
                        .pieces())
                .containsExactly(
                        new Piece(Change.REMOVED, "Copia del acta, en línea"),
                        new Piece(Change.ADDED, "Duplicado por correo, mañana"),
                        new Piece(Change.SAME, "."));
    }

    @Test
    void changesOfDifferentLinesAreJoined() {
        ThreeWayMerge merge = ThreeWayMerge.of(body("a\nb\nc\nd"), body("A\nb\nc\nd"), body("a\nb\nc\nd\ne"));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.taken()).containsExactly(EntryField.BODY_ES);
        assertThat(merge.text()).isEqualTo(body("A\nb\nc\nd\ne"));
    }

    @Test
    void changesOfTheSameOrNeighbouringLinesAreForAPersonToDecide() {
        for (String mine : new String[] {"a\nMIO\nc", "a\nb\nMIO", "a\nb"}) {
            ThreeWayMerge merge = ThreeWayMerge.of(body("a\nb\nc"), body("a\nSUYO\nc"), body(mine));
            assertThat(merge.conflicts()).as(mine).containsExactly(EntryField.BODY_ES);
            assertThat(merge.text()).isEqualTo(body("a\nSUYO\nc"));
        }
    }

    @Test
    void theSameChangeTwiceIsNoConflict() {
        ThreeWayMerge merge = ThreeWayMerge.of(body("a"), body("b"), body("b"));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.taken()).isEmpty();
    }

    private static String joined(WordDiff diff, Change with) {
        return diff.pieces().stream()
                .filter(piece -> piece.change() == Change.SAME || piece.change() == with)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static EntryText body(String text) {
        return new EntryText(Map.of(EntryField.BODY_ES, text));
    }
}
