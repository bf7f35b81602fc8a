package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void onlyLettersAndDigitsStay() {
        assertThat(SearchWords.of("¿Cómo saco mi CURP? (2ª vez) & | ! <->").words())
                .containsExactly("como", "saco", "mi", "curp", "2", "vez");
    }

    @Test
    void theTildeStaysInEveryUnicodeForm() {
        assertThat(SearchWords.of("Año NIÑO an\u0303o").words()).containsExactly("año", "niño");
    }

    @Test
    void aPastedLetterIsCutToAHandfulOfWords() {
        assertThat(SearchWords.of("uno dos tres cuatro cinco seis siete ocho nueve diez once doce")
                        .words())
                .hasSize(10);
        assertThat(SearchWords.of("x".repeat(900)).words()).containsExactly("x".repeat(40));
    }

    @Test
    void nothingIsNoWords() {
        assertThat(SearchWords.of(null).isEmpty()).isTrue();
        assertThat(SearchWords.of(" \t¿?").isEmpty()).isTrue();
    }
}
