package mx.gob.edomex.catgem.channel.phone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Say;
import org.junit.jupiter.api.Test;

class FlowOrderTest {

    @Test
    void aNodeIsReadAfterThoseThatLeadToItAndChoicesInTheirOrder() {
        assertThat(FlowOrder.of(FlowFixture.aMenu().flow()))
                .containsExactly(
                        "greeting",
                        "notice",
                        "language",
                        "topics",
                        "agua",
                        "bye",
                        "emergency",
                        "general",
                        "wait",
                        "callback",
                        "line");
    }

    @Test
    void whatNoCallComesToIsReadLast() {
        assertThat(FlowOrder.of(FlowFixture.aMenu()
                        .with("island", new Say("bye", "line"))
                        .flow()))
                .endsWith("line", "island");
    }

    @Test
    void aMenuWithoutABeginningIsReadAsItIsStored() {
        assertThat(FlowOrder.of(FlowFixture.aMenu().startingAt("nowhere").flow()))
                .startsWith("greeting", "notice")
                .hasSize(11);
    }

    @Test
    void everyWayIsNamedByItsKey() {
        assertThat(FlowEdge.of(FlowFixture.aMenu().flow()))
                .contains(
                        new FlowEdge("greeting", "", "notice"),
                        new FlowEdge("topics", "1", "agua"),
                        new FlowEdge("topics", "", "general"))
                .extracting(FlowEdge::from)
                .doesNotContainAnyElementsOf(List.of("line", "bye", "emergency"));
    }
}
