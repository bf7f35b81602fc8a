package mx.gob.edomex.catgem.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.gob.edomex.catgem.review.InputSheet.Line;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;

/** Inputs of a review as a text, and as people read them. */
class InputSheetTest {

    private static final Line SATISFACTION =
            new Line(Section.INDICATORS, "SATISFACTION", null, "97.9 %", 1200L, "96.9–98.6 %", "≥ 97.5 %");

    private static InputSheet sheet(Line... lines) {
        return new InputSheet(
                "RD-2026-0001",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 31),
                Instant.parse("2026-04-02T16:00:00Z"),
                "supervisora",
                List.of(lines),
                "Más práctica con «AVT»\ny más pausas");
    }

    @Test
    void whatIsKeptIsReadAsItWasFrozen() {
        InputSheet sheet = sheet(
                SATISFACTION,
                Line.count(Section.FINDINGS, "OVERDUE", 2),
                new Line(Section.INDICATORS, "ASA", null, null, 0L, null, null),
                new Line(Section.DECISIONS, "RD-2025-0004/2", "Comprar diademas", "OPEN", null, null, null));
        assertThat(InputSheet.read(sheet.text())).isEqualTo(sheet);
        assertThat(sheet.of(Section.FINDINGS)).hasSize(1);
    }

    @Test
    void theHashIsOfTheTextInUtf8() {
        assertThat(InputSheet.hash("ñ"))
                .as("printf 'ñ' | sha256sum")
                .isEqualTo("024bb90888ca89a15a19e9bdd8c712bfb070465fce1ef25e43c170ea44fc5e5f");
        assertThat(InputSheet.hash(sheet(SATISFACTION).text())).isNotEqualTo(InputSheet.hash(sheet().text()));
    }

    @Test
    void aLineIsReadWithWhatAnHonestReaderNeedsBesideIt() {
        ReviewWords words = ReviewWords.in(Language.EN);
        assertThat(words.value(SATISFACTION)).isEqualTo("97.9 %");
        assertThat(words.beside(SATISFACTION)).isEqualTo("n = 1200 · 95 %: 96.9–98.6 % · target ≥ 97.5 %");
        Line nothing = new Line(Section.INDICATORS, "UPDATES", null, null, 0L, null, "≥ 90 %");
        assertThat(words.value(nothing)).isEqualTo("–");
        assertThat(words.beside(nothing)).isEqualTo("n = 0 · target ≥ 90 %");
        Line trained = new Line(Section.TRAINING, "AVC v2", null, "47", 49L, null, null);
        assertThat(words.name(trained) + ": " + words.value(trained)).isEqualTo("AVC v2: 47 of 49");
        Line decision = new Line(Section.DECISIONS, "RD-2025-0004/2", "Comprar diademas", "OVERDUE", null, null, null);
        assertThat(words.name(decision) + ": " + words.value(decision))
                .isEqualTo("RD-2025-0004/2 Comprar diademas: Overdue");
    }
}
