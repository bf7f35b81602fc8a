package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.edomex.catgem.knowledge.EntryBody.Kind;
import mx.gob.edomex.catgem.knowledge.EntryBody.Section;
import org.junit.jupiter.api.Test;

class EntryBodyTest {

    @Test
    void marksBeginSectionsAndBlankLinesSayNothing() {
        EntryBody body = EntryBody.parse("Uno.\n\nDos.\n@requirements\nActa\nCURP\n\n@cost\n@steps\nVaya.\nPague.\n");
        assertThat(body.sections())
                .extracting(Section::kind)
                .containsExactly(Kind.EXPLANATION, Kind.REQUIREMENTS, Kind.STEPS);
        assertThat(body.sections().get(0).lines()).containsExactly("Uno.", "Dos.");
    }

    @Test
    void whatGoesIntoAMessageIsNumberedOrListed() {
        assertThat(new Section(Kind.STEPS, java.util.List.of("Vaya.", "Pague.")).plainText())
                .isEqualTo("1. Vaya.\n2. Pague.");
        assertThat(new Section(Kind.REQUIREMENTS, java.util.List.of("Acta")).plainText())
                .isEqualTo("- Acta");
    }

    @Test
    void anUnknownMarkIsKeptAsText() {
        assertThat(EntryBody.parse("@nadie\nHola").sections())
                .containsExactly(new Section(Kind.EXPLANATION, java.util.List.of("@nadie", "Hola")));
    }
}
