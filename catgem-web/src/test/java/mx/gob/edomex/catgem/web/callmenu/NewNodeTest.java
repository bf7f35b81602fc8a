package mx.gob.edomex.catgem.web.callmenu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEdge;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewNodeTest {

    private final CallFlow menu = MenuFixture.menu();

    @Test
    void aNameIsMadeOfWhatWasTypedAndIsNeverTaken() {
        assertThat(NewNode.name(" Registro Civil, año 2 ", "tema", Set.of())).isEqualTo("registro-civil-ano-2");
        assertThat(NewNode.name("¡!", "Devolución de llamada", Set.of())).isEqualTo("devolucion-de-llamada");
        assertThat(NewNode.name("agua", "tema", Set.of("agua", "agua-2"))).isEqualTo("agua-3");
        assertThat(NewNode.name("", "x".repeat(60), Set.of())).hasSize(40);
    }

    @Test
    void aNodeAfterAnotherTakesOverItsWay() {
        CallFlow longer = NewNode.in(menu, "horario", FlowKind.SAY, "aviso");
        assertThat(FlowEdge.of(longer))
                .contains(new FlowEdge("aviso", "", "horario"), new FlowEdge("horario", "", "idioma"));
        assertThat(longer.prompts().get("horario").words()).isEmpty();
    }

    @Test
    void aNodeAfterAMenuGetsTheFirstKeyThatIsFree() {
        assertThat(FlowEdge.of(NewNode.in(menu, "salud", FlowKind.TOPIC, "temas")))
                .contains(new FlowEdge("temas", "2", "salud"), new FlowEdge("salud", "", "fila"))
                .containsAll(FlowEdge.of(menu));
    }

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void whatANewNodeSaysExistsAndNothingElseChanges(FlowKind kind) {
        CallFlow longer = NewNode.in(menu, "nuevo", kind, "");
        FlowNode added = longer.nodes().get("nuevo");
        assertThat(FlowKind.of(added)).isEqualTo(kind);
        assertThat(longer.prompts().keySet()).containsAll(added.prompts());
        assertThat(added.byItself()).isIn(List.of(), List.of("fila"), List.of("adios"));
        assertThat(longer.without("nuevo", "").nodes()).isEqualTo(menu.nodes());
    }

    @Test
    void whatComesAfterTheLineComesAfterTheTalk() {
        CallFlow longer = NewNode.in(menu, "resuelta", FlowKind.QUESTION, "fila");
        assertThat(longer.nodes().get("fila")).isEqualTo(new FlowNode.Line("resuelta"));
        assertThat(longer.nodes().get("resuelta"))
                .isEqualTo(new FlowNode.Question("resuelta", "", "encuesta", "adios"));
    }

    @Test
    void aQuestionAfterAQuestionComesToWhoeverAnsweredIt() {
        CallFlow longer = NewNode.in(menu, "resuelta", FlowKind.QUESTION, "encuesta");
        assertThat(longer.nodes().get("resuelta")).isEqualTo(new FlowNode.Question("resuelta", "", "adios", "adios"));
        assertThat(((FlowNode.Question) longer.nodes().get("encuesta")).next()).isEqualTo("resuelta");
    }

    @Test
    void whatCannotBeFollowedIsLeftAlone() {
        assertThat(NewNode.in(menu, "nuevo", FlowKind.SAY, "adios").nodes().get("adios"))
                .isEqualTo(new FlowNode.End("adios"));
    }
}
