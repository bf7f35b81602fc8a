package mx.gob.edomex.catgem.rules;

/**
 * Something wrong with rules.
 *
 * @param code what is wrong
 * @param where the setting: {@code targets.PHONE.HIGH}, {@code widening.2}, {@code neighbours.AGUA}, {@code topic.AGUA}
 * @param detail a number or code the sentence needs, or an empty text
 * @param warning the rules can be published, but somebody should know
 */
public record RuleFault(Code code, String where, String detail, boolean warning) {

    /** What can be wrong. */
    public enum Code {
        OUT_OF_RANGE,
        URGENT_WAITS_LONGER,
        STEP_BEFORE_ITS_PREDECESSOR,
        STEP_WITHOUT_EFFECT,
        TOPIC_UNKNOWN,
        NEIGHBOUR_OF_ITSELF,
        OFFER_RINGS_TOO_LONG,
        NO_NEIGHBOURS,
        TOPIC_BELOW_LEVEL,
        TOPIC_UNSERVED
    }

    static RuleFault error(Code code, String where, Object detail) {
        return new RuleFault(code, where, detail.toString(), false);
    }

    static RuleFault warning(Code code, String where, Object detail) {
        return new RuleFault(code, where, detail.toString(), true);
    }
}
