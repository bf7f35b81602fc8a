package mx.gob.edomex.catgem.channel.phone.flow;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.shared.Language;

/**
 * Something wrong with a menu.
 *
 * @param where name of the node or prompt, or empty: the menu as a whole
 * @param detail a key, code or number the sentence needs, or empty
 */
public record FlowFault(Code code, String where, String detail) {

    /** What can be wrong. */
    public enum Code {
        START_MISSING(false),
        NODE_MISSING(false),
        UNREACHABLE(false),
        DEAD_END(false),
        LOOP_WITHOUT_KEY(false),
        NO_WAY_TO_A_PERSON(false),
        TOO_MANY_NODES(false),
        KEY_TWICE(false),
        KEY_NOT_ON_A_TELEPHONE(false),
        MENU_WITHOUT_KEYS(false),
        MENU_TOO_WIDE(true),
        PROMPT_MISSING(false),
        PROMPT_WITHOUT_WORDS(false),
        PROMPT_NOT_RECORDED(true),
        PROMPT_TOO_LONG(true),
        PROMPT_UNUSED(true),
        SOUND_NOT_VALID(false),
        WAIT_NOT_SAID(false),
        NOTICE_TOO_LONG(false),
        NOTICE_PASSED_BY(false),
        TOPIC_UNKNOWN(false),
        TOPIC_UNSERVED(true),
        EMERGENCY_MISSING(false),
        QUESTION_UNKNOWN(false),
        QUESTION_BEFORE_THE_TALK(false),
        NOT_AFTER_THE_TALK(false),
        ASKED_IN_A_CIRCLE(false),
        TOO_LONG_TO_A_PERSON(true);

        private final boolean warning;

        Code(boolean warning) {
            this.warning = warning;
        }
    }

    /** The menu can be published, but somebody should know. */
    public boolean warning() {
        return code.warning;
    }

    /** Whether {@link #where} names a prompt; nodes and prompts may have the same name. */
    public boolean ofPrompt() {
        return switch (code) {
            case PROMPT_WITHOUT_WORDS, PROMPT_NOT_RECORDED, PROMPT_TOO_LONG, PROMPT_UNUSED, SOUND_NOT_VALID -> true;
            default -> false;
        };
    }

    /** The sentence. */
    public String words(Language language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "mx.gob.edomex.catgem.channel.phone.flow.faults",
                language.locale(),
                FlowFault.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString(code.name()), where, detail);
    }
}
