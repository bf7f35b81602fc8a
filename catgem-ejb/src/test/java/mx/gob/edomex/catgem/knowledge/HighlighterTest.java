package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.gob.edomex.catgem.knowledge.HighlightedText.Fragment;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    @Test
    void thePiecesJoinedAreTheText() {
        String text = "Trámite: <b>licencia</b> de conducir & más.";
        HighlightedText marked = new Highlighter(SearchWords.of("LICENCIAS")).mark(text);
        assertThat(marked.plain()).isEqualTo(text);
        assertThat(marked.fragments()).contains(new Fragment("licencia", true));
    }

    @Test
    void theLineWithTheMostWordsIsShown() {
        HighlightedText snippet = new Highlighter(SearchWords.of("costo licencia"))
                .snippet(List.of("Licencia de conducir.", "El costo de la licencia es de ejemplo.", "Costo."));
        assertThat(snippet.plain()).isEqualTo("El costo de la licencia es de ejemplo.");
    }

    @Test
    void aLongLineIsCutAroundTheFirstWordFound() {
        String line = "palabra ".repeat(60) + "tenencia " + "palabra ".repeat(60);
        String snippet = new Highlighter(SearchWords.of("tenencia"))
                .snippet(List.of(line))
                .plain();
        assertThat(snippet)
                .startsWith("… palabra")
                .contains("tenencia")
                .endsWith(" …")
                .hasSizeLessThan(190);
    }

    @Test
    void withoutAnyWordTheFirstLineIsShownUnmarked() {
        HighlightedText snippet = new Highlighter(SearchWords.of("")).snippet(List.of("Resumen.", "Texto."));
        assertThat(snippet.fragments()).containsExactly(new Fragment("Resumen.", false));
    }
}
