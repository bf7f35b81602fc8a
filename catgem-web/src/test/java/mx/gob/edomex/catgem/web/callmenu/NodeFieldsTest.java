package mx.gob.edomex.catgem.web.callmenu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeFieldsTest {

    private final CallFlow menu = MenuFixture.menu();

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void aNodeThatNobodyChangesComesBackAsItWas(FlowKind kind) {
        FlowNode node = menu.nodes().values().stream()
                .filter(one -> FlowKind.of(one) == kind)
                .findFirst()
                .orElseThrow();
        Map<String, String> fields = NodeFields.of(node);
        assertThat(NodeFields.node(kind, field -> fields.getOrDefault(field, "")))
                .isEqualTo(node);
    }

    @Test
    void aRowWithoutAKeyIsNoneAndHalfARowIsKeptToBeMended() {
        Map<String, String> fields = Map.of("key-1", "1", "to-1", "agua", "key-3", "2", "to-4", "general");
        assertThat(((FlowNode.Menu) NodeFields.node(FlowKind.MENU, field -> fields.getOrDefault(field, ""))).choices())
                .isEqualTo(List.of(new MenuKey("1", "agua"), new MenuKey("2", ""), new MenuKey("", "general")));
    }
}
