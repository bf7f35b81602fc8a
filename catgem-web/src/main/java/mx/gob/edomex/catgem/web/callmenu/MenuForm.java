package mx.gob.edomex.catgem.web.callmenu;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.rules.EffectNotValid;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** Parts of a menu as a page sends them. */
final class MenuForm {

    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_SOUNDS = 300;

    private final HttpServletRequest request;

    MenuForm(HttpServletRequest request) {
        this.request = request;
    }

    String text(String name) {
        return Parameters.text(request, name);
    }

    boolean has(String name) {
        return request.getParameter(name) != null;
    }

    int number(String name) {
        return parsed(text(name));
    }

    /** What is no number is none there can be. */
    static int parsed(String value) {
        return value.matches("\\d{1,7}") ? Integer.parseInt(value) : -1;
    }

    FlowKind kind() {
        return NodeFields.constant(FlowKind.class, text("kind"), FlowKind.SAY);
    }

    FlowNode node() {
        return NodeFields.node(kind(), this::text);
    }

    /** What was typed of a prompt; what its recordings are called stays as it was. */
    FlowPrompt prompt(FlowPrompt was) {
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String typed = cut(text("words-" + language), LONGEST_WORDS);
            if (!typed.isEmpty()) {
                words.put(language, typed);
            }
        }
        int seconds = number("seconds");
        return new FlowPrompt(
                words,
                was.recorded(),
                cut(text("standIn"), LONGEST_SOUNDS),
                seconds < 0 ? was.seconds() : Math.min(seconds, 600));
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }

    Language language() {
        return NodeFields.constant(Language.class, text("language"), Language.ES);
    }

    /** Null: at once. @throws EffectNotValid when it is no time */
    Instant effectiveFrom(ZoneId zone) {
        String text = text("effectiveFrom");
        try {
            return text.isEmpty()
                    ? null
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new EffectNotValid();
        }
    }
}
