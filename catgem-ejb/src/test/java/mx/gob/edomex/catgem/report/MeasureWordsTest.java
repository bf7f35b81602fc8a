package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No figure without a name and a formula, in both languages. */
class MeasureWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFigureAndEveryDivisionIsNamed(Language language) {
        MeasureWords words = MeasureWords.in(language);
        for (Measure measure : Measure.values()) {
            assertThat(words.name(measure)).isNotBlank();
            assertThat(words.formula(measure)).isNotBlank().isNotEqualTo(words.name(measure));
        }
        for (Grouping grouping : Grouping.values()) {
            assertThat(words.name(grouping)).isNotBlank();
        }
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndNoneIsLeftOver() throws IOException {
        Properties es = read("measures.properties");
        Properties en = read("measures_en.properties");
        assertThat(new TreeSet<>(en.keySet())).isEqualTo(new TreeSet<>(es.keySet()));
        assertThat(es.keySet().stream().map(Object::toString).filter(key -> key.startsWith("measure.")))
                .hasSize(Measure.values().length * 2);
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (var in = new InputStreamReader(Measure.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
