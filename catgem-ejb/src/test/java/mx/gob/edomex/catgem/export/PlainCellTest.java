package mx.gob.edomex.catgem.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+52 55", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "\uFF1D1"})
    void whatWouldRunAsAFormulaIsText(String text) {
        assertThat(PlainCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acta de nacimiento", "1=1", "a@example.org", "–", "ñ", " "})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(PlainCell.of(text)).isEqualTo(text);
    }

    @Test
    void anEmptyTextIsNoFormula() {
        assertThat(PlainCell.of("")).isEmpty();
    }
}
