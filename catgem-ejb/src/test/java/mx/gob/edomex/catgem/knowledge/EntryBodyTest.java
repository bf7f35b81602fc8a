package mx.gob.edomex.catgem.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import mx.gob.edomex.catgem.knowledge.EntryBody.Kind;
import mx.gob.edomex.catgem.knowledge.EntryBody.Section;
import mx.gob.edomex.catgem.shared.Language;
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
    void marksMayBeWrittenInSpanishAndAreKeptInOneSpelling() {
        String text = "Uno.\n@Requisitos\nActa\n@DÓNDE\nToluca\n@nota\n@donde sea";
        assertThat(EntryBody.parse(text).sections())
                .extracting(Section::kind)
                .containsExactly(Kind.EXPLANATION, Kind.REQUIREMENTS, Kind.WHERE, Kind.NOTE);
        EntryText kept = new EntryText(Map.of(EntryField.BODY_ES, text, EntryField.TITLE_ES, "@nota"));
        assertThat(kept.get(EntryField.BODY_ES))
                .isEqualTo("Uno.\n@requirements\nActa\n@where\nToluca\n@note\n@donde sea");
        assertThat(kept.get(EntryField.TITLE_ES)).isEqualTo("@nota");
        assertThat(EntryBody.edited(kept.get(EntryField.BODY_ES), Language.ES))
                .isEqualTo("Uno.\n@requisitos\nActa\n@donde\nToluca\n@nota\n@donde sea");
        assertThat(EntryBody.edited(kept.get(EntryField.BODY_ES), Language.EN)).isEqualTo(kept.get(EntryField.BODY_ES));
    }

    @Test
    void everyMarkIsReadInBothLanguages() {
        for (Kind kind : Kind.values()) {
            String mark = "@" + kind.name().toLowerCase(Locale.ROOT);
            String spanish = EntryBody.edited(mark, Language.ES);
            assertThat(spanish).isNotEqualTo(mark);
            assertThat(EntryBody.parse(spanish + "\nAlgo").sections())
                    .containsExactly(new Section(kind, java.util.List.of("Algo")));
        }
    }

    @Test
    void anUnknownMarkIsKeptAsText() {
        assertThat(EntryBody.parse("@nadie\nHola").sections())
                .containsExactly(new Section(Kind.EXPLANATION, java.util.List.of("@nadie", "Hola")));
    }
}
