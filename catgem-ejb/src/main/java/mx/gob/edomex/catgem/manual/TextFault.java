package mx.gob.edomex.catgem.manual;

/**
 * Something wrong with the text of a procedure.
 *
 * @param where the field: {@code step-3-limit} (third step), {@code exit-PRANK}, {@code section-purpose}, {@code steps}
 * @param detail a code, a number or a path that the sentence needs, or an empty text
 * @param warning the text can be handed in, but somebody should know
 */
public record TextFault(Code code, String where, String detail, boolean warning) {

    /** What can be wrong. */
    public enum Code {
        SECTION_MISSING,
        NO_STEPS,
        TOO_MANY_STEPS,
        CODE_NOT_VALID,
        CODE_TWICE,
        ORDER_NOT_VALID,
        ORDER_TWICE,
        ACT_MISSING,
        ACT_TWICE,
        NAME_MISSING,
        ROLE_OF_NOBODY,
        LIMIT_NOT_VALID,
        EVIDENCE_UNKNOWN,
        GUARD_UNKNOWN,
        GUARD_WITHOUT_EFFECT,
        PRECEDENCE_UNKNOWN,
        PRECEDENCE_OF_ITSELF,
        CYCLE,
        NO_TERMINAL,
        TERMINAL_NOT_LAST,
        EXIT_UNKNOWN,
        EXIT_WITHOUT_TERMINAL,
        ORDER_AGAINST_PRECEDENCE,
        ACT_DROPPED
    }

    static TextFault error(Code code, String where, Object detail) {
        return new TextFault(code, where, detail.toString(), false);
    }

    static TextFault warning(Code code, String where, Object detail) {
        return new TextFault(code, where, detail.toString(), true);
    }
}
