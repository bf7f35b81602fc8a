package mx.gob.edomex.catgem.channel.phone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference.Change;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Menu;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Say;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;

/** Changing a menu node by node, and what is different afterwards. */
class CallFlowTest {

    private final CallFlow menu = FlowFixture.aMenu().flow();

    @Test
    void whatLedToANodeThatGoesAwayLeadsToAnother() {
        CallFlow without = menu.without("language", "topics");
        assertThat(without.nodes()).doesNotContainKey("language");
        assertThat(without.node("notice").byItself()).containsExactly("topics");
    }

    @Test
    void aMenuWhoseFirstNodeGoesAwayBeginsWithAnother() {
        assertThat(menu.without("greeting", "notice").start()).isEqualTo("notice");
    }

    @Test
    void aNodeKeepsItsPlaceAndEverythingThatLeadsToItUnderAnotherName() {
        CallFlow renamed = menu.renamed("topics", "matters");
        assertThat(renamed.nodes().keySet()).containsSequence("language", "matters", "agua");
        assertThat(renamed.node("language").byItself()).containsExactly("matters");
        assertThat(((Menu) renamed.node("matters")).choices()).contains(new MenuKey("*", "matters"));
        assertThat(renamed.renamed("matters", "topics")).isEqualTo(menu);
    }

    @Test
    void nothingIsDifferentBetweenAMenuAndItself() {
        assertThat(FlowDifference.of(menu, menu)).isEmpty();
    }

    @Test
    void eachThingThatIsDifferentIsNamed() {
        CallFlow after = menu.startingAt("notice")
                .with("greeting", new Say("bye", "notice"))
                .with(
                        "topics",
                        new Menu("topics", List.of(new MenuKey("1", "general"), new MenuKey("3", "agua")), "general"))
                .without("bye", "line")
                .with("other", new Say("bye", "line"));
        assertThat(FlowDifference.of(menu, after))
                .containsExactly(
                        new Change(false, "", "start", "greeting", "notice"),
                        new Change(false, "greeting", "prompt", "greeting", "bye"),
                        new Change(false, "topics", "keys.1", "agua", "general"),
                        new Change(false, "topics", "keys.*", "topics", ""),
                        new Change(false, "topics", "keys.8", "bye", ""),
                        new Change(false, "topics", "keys.9", "emergency", ""),
                        new Change(false, "topics", "keys.3", "", "agua"),
                        new Change(false, "bye", "", "END", ""),
                        new Change(false, "other", "", "", "SAY"),
                        new Change(false, "other", "prompt", "", "bye"),
                        new Change(false, "other", "next", "", "line"));
    }

    @Test
    void otherWordsAreADifferenceOfThePrompt() {
        FlowPrompt said = menu.prompts().get("bye");
        CallFlow after = menu.saying(
                "bye",
                new FlowPrompt(Map.of(Language.ES, "Adiós", Language.EN, "Words"), said.recorded(), said.standIn(), 6));
        assertThat(FlowDifference.of(menu, after))
                .containsExactly(
                        new Change(true, "bye", "words.ES", "Palabras", "Adiós"),
                        new Change(true, "bye", "seconds", "5", "6"));
        assertThat(FlowDifference.of(after, after.silent("bye")))
                .containsExactly(new Change(true, "bye", "", "Adiós", ""));
    }
}
