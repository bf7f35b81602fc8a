package mx.gob.edomex.catgem.channel.phone.flow;

/**
 * One step of a call's path.
 *
 * @param node where it came to, or stayed
 * @param by what brought it there: {@code START}, {@code NEXT}, {@code KEY 2}, {@code SILENCE}, {@code WRONG_KEY 7},
 *     {@code TOO_LONG}
 */
public record FlowVisit(String node, String by) {}
