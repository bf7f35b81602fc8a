package mx.gob.edomex.catgem.web.routing;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.routing.Exclusion;
import mx.gob.edomex.catgem.routing.Explanation;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.routing.Scope;

/** An explanation as sentences in one language. */
final class DecisionWords {

    private final ResourceBundle texts;
    private final Locale locale;
    private final LongFunction<String> span;

    /** @param span a number of seconds in words */
    DecisionWords(Locale locale, LongFunction<String> span) {
        this.texts = ResourceBundle.getBundle("i18n.Decision", locale, DecisionWords.class.getClassLoader());
        this.locale = locale;
        this.span = span;
    }

    /** @param person {@code you} as the advisor reads it, {@code who} as others do */
    List<String> of(Explanation why, String person) {
        List<String> sentences = new ArrayList<>();
        sentences.add(say(
                why.urgent() ? "order.urgent" : "order",
                span.apply(why.waitedSeconds()),
                why.targetSeconds() == 0 ? 0 : why.waitedSeconds() * 100 / why.targetSeconds(),
                span.apply(why.targetSeconds())));
        sentences.add(choice(why, person));
        int interrupts = why.first().get(0).interrupts();
        if (interrupts > 0) {
            sentences.add(say("interrupts." + person, interrupts));
        }
        if (why.scope().step() > 0) {
            sentences.add(say("widened", widened(why.scope())));
        }
        if (!why.excluded().isEmpty()) {
            sentences.add(say(
                    "excluded",
                    why.excluded().entrySet().stream()
                            .sorted(Map.Entry.<Exclusion, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(one -> say("excluded." + one.getKey(), one.getValue()))
                            .collect(Collectors.joining(", "))));
        }
        return sentences;
    }

    /** What set the winner apart from the next one. */
    private String choice(Explanation why, String person) {
        Candidate winner = why.first().get(0);
        if (why.preferred()) {
            return say("preferred." + person);
        }
        if (why.first().size() == 1) {
            return say("only." + person);
        }
        Candidate next = why.first().get(1);
        String reason;
        if (!winner.mailOpen() && next.mailOpen()) {
            reason = "noMail.";
        } else if (winner.interrupts() == 0 && next.interrupts() > 0) {
            reason = "noInterruption.";
        } else if (winner.idleSeconds() != next.idleSeconds()) {
            reason = "idle.";
        } else {
            reason = "even.";
        }
        return say(reason + person, why.eligible(), span.apply(winner.idleSeconds()));
    }

    String candidate(Candidate one) {
        return say(one.mailOpen() ? "candidate.mail" : "candidate", span.apply(one.idleSeconds()));
    }

    /** Why one person could not be asked. */
    String against(Exclusion why) {
        return say("against." + why);
    }

    private String widened(Scope scope) {
        List<String> parts = new ArrayList<>();
        if (scope.everyone()) {
            parts.add(say("scope.everyone"));
        } else {
            parts.add(say("scope.level", scope.level()));
            if (scope.neighbours()) {
                parts.add(say("scope.neighbours"));
            }
            if (scope.reserve()) {
                parts.add(say("scope.reserve"));
            }
        }
        return String.join(", ", parts);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }
}
