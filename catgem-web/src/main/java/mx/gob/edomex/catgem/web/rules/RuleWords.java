package mx.gob.edomex.catgem.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.rules.RuleFault;
import mx.gob.edomex.catgem.rules.RuleReview;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** Codes of rules in the reader's language. */
@Named("ruleWords")
@RequestScoped
public class RuleWords {

    @Inject
    PageLanguage language;

    @Inject
    RuleReview review;

    private Map<String, String> topics;

    /** The text {@code <kind>.<code>}; a code nobody has named yet shows as itself. */
    public String of(String kind, Object code) {
        ResourceBundle texts = texts();
        String key = kind + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : String.valueOf(code);
    }

    public String format(String key, Object... values) {
        return new MessageFormat(texts().getString(key), language.getLocale()).format(values);
    }

    public String topic(String code) {
        return topics().getOrDefault(code, code);
    }

    Map<String, String> topics() {
        if (topics == null) {
            topics = review.topics(language.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()));
        }
        return topics;
    }

    /** {@code Meta de espera · Teléfono · Alta} for {@code targets.PHONE.HIGH}, {@code Paso 2} for {@code widening.2}. */
    public String where(String where) {
        String[] parts = where.split("\\.", -1);
        StringBuilder words = new StringBuilder(of("setting", parts[0]));
        for (int i = 1; i < parts.length; i++) {
            boolean number = parts[0].equals("widening") && i == 1;
            words.append(number ? " " : " · ").append(part(parts[0], parts[i], i));
        }
        return words.toString();
    }

    private String part(String setting, String part, int place) {
        return switch (setting) {
            case "neighbours", "topic" -> topic(part);
            case "widening" -> place == 1 ? part : of("setting", part);
            default -> place == 1 ? of("channel", part) : of("priority", part);
        };
    }

    /** A setting's value: {@code DROP_LEVEL:1@50%} is a step, a list is one of topics. */
    public String value(String where, String value) {
        if (value.isEmpty()) {
            return of("value", "none");
        } else if (where.startsWith("neighbours.")) {
            return Arrays.stream(value.split(",", -1)).map(this::topic).collect(Collectors.joining(", "));
        } else if (where.startsWith("widening.")) {
            String[] step = value.split("[:@]", -1);
            String after = step[step.length - 1];
            String when = after.endsWith("%")
                    ? format("step.percent", after.substring(0, after.length() - 1))
                    : format("step.seconds", after.substring(0, after.length() - 1));
            return of("kind", step[0]) + (step.length == 3 ? " " + step[1] : "") + " " + when;
        } else if (where.equals("callsBeforeMail")) {
            return of("flag", value);
        }
        return where.startsWith("points.") || where.equals("level") ? value : value + " s";
    }

    public String fault(RuleFault fault) {
        String detail = fault.detail();
        if (fault.code() == RuleFault.Code.TOPIC_UNSERVED || fault.code() == RuleFault.Code.TOPIC_BELOW_LEVEL) {
            detail = serviceClass(detail);
        } else if (fault.code() == RuleFault.Code.STEP_BEFORE_ITS_PREDECESSOR) {
            String[] target = detail.split("\\.", 2);
            detail = of("channel", target[0]) + " · " + of("priority", target[1]);
        }
        return format("fault." + fault.code(), where(fault.where()), detail);
    }

    public String serviceClass(String key) {
        return serviceClass(ServiceClass.of(key));
    }

    /** {@code Chat · Agua y drenaje · Español}, with the priority where it is not the usual one. */
    public String serviceClass(ServiceClass one) {
        String words =
                of("channel", one.channel()) + " · " + topic(one.topic()) + " · " + of("language", one.language());
        return one.priority().name().equals("NORMAL") ? words : words + " · " + of("priority", one.priority());
    }

    public String list(Collection<String> names) {
        return String.join(", ", names);
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("i18n.Rules", language.getLocale());
    }
}
