package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource({
        "Buen dia donde pago el predial, ES",
        "Voy a Toluca a pagar, ES",
        "Predial 3a-4a-7f0a-9a: donde pago, ES",
        "Folio 8to7-5in2-3we4: predial, ES",
        "How do I pay the property tax, EN",
        "Please help with my licence 3a-4a, EN",
        "12345, ES"
    })
    void aTextIsEnglishOnlyWhereItsWordsSaySo(String text, Language language) {
        assertThat(LanguageGuess.of(text)).isEqualTo(language);
    }
}
