package mx.gob.edomex.catgem.web.callmenu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.LanguageKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.shared.Language;

/** A menu with a node of every kind. */
final class MenuFixture {

    private MenuFixture() {}

    static CallFlow menu() {
        Map<String, FlowNode> nodes = new LinkedHashMap<>();
        nodes.put("saludo", new FlowNode.Say("saludo", "aviso"));
        nodes.put("aviso", new FlowNode.Notice("aviso", "8", "idioma"));
        nodes.put("idioma", new FlowNode.LanguageChoice("idioma", List.of(new LanguageKey("2", Language.EN)), "temas"));
        nodes.put(
                "temas",
                new FlowNode.Menu(
                        "temas",
                        List.of(
                                new MenuKey("1", "agua"),
                                new MenuKey("0", "general"),
                                new MenuKey("9", "emergencia"),
                                new MenuKey("*", "temas")),
                        "general"));
        nodes.put("agua", new FlowNode.Topic("AGUA", "espera"));
        nodes.put("general", new FlowNode.Topic("", "espera"));
        nodes.put("espera", new FlowNode.Wait(Map.of(Band.UNDER_2, "pronto", Band.OVER_10, "tarde"), "devolucion"));
        nodes.put("devolucion", new FlowNode.CallbackOffer("devolucion", Band.FROM_5_TO_10, "1", "anotada", "fila"));
        nodes.put("emergencia", new FlowNode.Emergency("emergencia", "JUSTICIA"));
        nodes.put("fila", new FlowNode.Line("encuesta"));
        nodes.put("encuesta", new FlowNode.Question("encuesta", "SATISFACTION", "adios", "adios"));
        nodes.put("adios", new FlowNode.End("adios"));
        return new CallFlow(
                1, "saludo", nodes, Map.of("saludo", new FlowPrompt(Map.of(), Map.of(), "queue-thankyou", 5)));
    }
}
