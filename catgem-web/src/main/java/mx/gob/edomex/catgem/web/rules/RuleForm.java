package mx.gob.edomex.catgem.web.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.WideningStep;
import mx.gob.edomex.catgem.rules.EffectNotValid;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** Rules as a page sends them. What is no number is out of every range, so that the check names it. */
final class RuleForm {

    /** Rows offered for widening steps. */
    static final int STEPS = 6;

    private final HttpServletRequest request;

    RuleForm(HttpServletRequest request) {
        this.request = request;
    }

    RoutingRules rules(Set<String> topics) {
        Map<String, Integer> targets = new HashMap<>();
        Map<String, Integer> points = new HashMap<>();
        Map<String, Integer> offers = new HashMap<>();
        Map<String, Integer> afterCall = new HashMap<>();
        for (Channel channel : Channel.values()) {
            for (Priority priority : Priority.values()) {
                targets.put(channel + "." + priority, number("targets." + channel + "." + priority));
            }
            points.put(channel.name(), number("points." + channel));
            offers.put(channel.name(), number("offerSeconds." + channel));
            afterCall.put(channel.name(), number("afterCallSeconds." + channel));
        }
        return new RoutingRules(
                0,
                targets,
                points,
                number("level"),
                steps(),
                neighbours(topics),
                request.getParameter("callsBeforeMail") != null,
                number("affinitySeconds"),
                offers,
                afterCall);
    }

    private List<WideningStep> steps() {
        List<WideningStep> steps = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            String kind = text("kind-" + i);
            if (Arrays.stream(WideningStep.Kind.values())
                    .anyMatch(one -> one.name().equals(kind))) {
                WideningStep.Kind step = WideningStep.Kind.valueOf(kind);
                steps.add(new WideningStep(
                        step,
                        number("after-" + i),
                        "percent".equals(text("unit-" + i)),
                        step == WideningStep.Kind.DROP_LEVEL ? number("level-" + i) : 0));
            }
        }
        return steps;
    }

    private Map<String, List<String>> neighbours(Set<String> topics) {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (String topic : topics) {
            String[] chosen = request.getParameterValues("neighbours." + topic);
            if (chosen != null) {
                neighbours.put(topic, Arrays.stream(chosen).sorted().toList());
            }
        }
        return neighbours;
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

    String text(String name) {
        return Parameters.text(request, name);
    }

    int number(String name) {
        String value = text(name);
        return value.matches("\\d{1,7}") ? Integer.parseInt(value) : -1;
    }
}
