package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.Map;

/** What the telephone is to do for a call in the menu. */
public sealed interface FlowCommand {

    /**
     * Says something; when it is over, that is {@link FlowEvent.Spoken}.
     *
     * @param pause seconds of silence after it in which a key may be pressed
     */
    record Say(int step, String prompt, int pause) implements FlowCommand {}

    /** Whatever is being said ends here. */
    record Hush(int step) implements FlowCommand {}

    /**
     * Into the line, with what the state says of language and topic.
     *
     * @param urgent before all others
     */
    record Enqueue(boolean urgent) implements FlowCommand {}

    /** The centre is to phone the citizen; a farewell follows. */
    record CallBack() implements FlowCommand {}

    /** What the citizen said of the talk; comes once, when nothing more is asked. */
    record Answered(Map<String, Integer> places) implements FlowCommand {}

    /** Says something, and the call ends. */
    record Farewell(int step, String prompt) implements FlowCommand {}
}
