package mx.gob.edomex.catgem.channel.phone.flow;

/** What happens to a call in the menu. */
public sealed interface FlowEvent {

    /** A key was pressed. */
    record Pressed(String key) implements FlowEvent {}

    /**
     * What was being said is over, and so is the time to answer it.
     *
     * @param step of which it was; anything but the current one is old news
     */
    record Spoken(int step) implements FlowEvent {}

    /** The citizen hung up. */
    record HungUp() implements FlowEvent {}
}
