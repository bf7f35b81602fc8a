package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.Arrays;

/** What a node does, as the database names it. */
public enum FlowKind {
    SAY(FlowNode.Say.class),
    NOTICE(FlowNode.Notice.class),
    LANGUAGE(FlowNode.LanguageChoice.class),
    MENU(FlowNode.Menu.class),
    TOPIC(FlowNode.Topic.class),
    WAIT(FlowNode.Wait.class),
    CALLBACK(FlowNode.CallbackOffer.class),
    EMERGENCY(FlowNode.Emergency.class),
    LINE(FlowNode.Line.class),
    QUESTION(FlowNode.Question.class),
    END(FlowNode.End.class);

    private final Class<? extends FlowNode> type;

    FlowKind(Class<? extends FlowNode> type) {
        this.type = type;
    }

    public static FlowKind of(FlowNode node) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(node))
                .findFirst()
                .orElseThrow();
    }
}
